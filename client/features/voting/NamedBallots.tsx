import { useTranslation } from 'react-i18next';
import type { NamedBallot } from '../../../models/contracts/voting.ts';
import { ChoiceBadge, StatusBadge } from '../../primitives/Badge.tsx';
import { groupBallots } from './verdict-facts.ts';
import styles from './Verdict.module.css';

/** Each member's choice, as it is an open vote; those who sent none come last. */
export function NamedBallots({ ballots }: { ballots: readonly NamedBallot[] }) {
  const { t } = useTranslation('voting');
  return (
    <div>
      <h3 className={styles.heading}>{t('verdict.ballots')}</h3>
      <div className={styles.groups}>
        {groupBallots(ballots)
          .filter(({ people }) => people.length > 0)
          .map(({ group, people }) => (
            <section key={group} className={styles.group}>
              <h4 className={styles.groupHead}>
                {group === 'notVoted' ? (
                  <StatusBadge meaning="neutral">{t('verdict.notVoted')}</StatusBadge>
                ) : (
                  <ChoiceBadge choice={group} />
                )}
                <span className="nt-figures">{people.length}</span>
              </h4>
              <ul className={styles.people}>
                {people.map(({ personId, fullName, office }) => (
                  <li key={personId}>
                    {fullName}
                    {office && <span className={styles.office}>, {office}</span>}
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </div>
  );
}
