import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { useMe } from '../../realtime/session.tsx';
import styles from './MyPart.module.css';

interface MyPartProps {
  meeting: Meeting;
  /** How the roll has the person. */
  attendance: ReactNode;
}

/** The signed-in person in this meeting: part, seat, roll call. */
export function MyPart({ meeting: { myRole, participants }, attendance }: MyPartProps) {
  const { t } = useTranslation('meetings');
  const { personId } = useMe();
  const me = participants.find((person) => person.personId === personId);
  return (
    <section className={styles.mine} aria-label={t('mine')}>
      <h2 className={styles.heading}>{t('mine')}</h2>
      {myRole === null ? (
        <p className={styles.soft}>{t('notParticipant')}</p>
      ) : (
        <dl className={styles.facts}>
          <div className={styles.fact}>
            <dt>{t('myRole')}</dt>
            <dd>{t(`role.${myRole}`)}</dd>
          </div>
          {me?.seat && (
            <div className={styles.fact}>
              <dt>{t('mySeat')}</dt>
              <dd>{me.seat}</dd>
            </div>
          )}
          <div className={styles.fact}>
            <dt>{t('myState')}</dt>
            <dd>{attendance}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}
