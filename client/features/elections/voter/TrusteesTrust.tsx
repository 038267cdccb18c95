import { useTranslation } from 'react-i18next';
import type { MyElection } from '../../../../models/contracts/elections.ts';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { ballotUrl } from '../../../../models/voting/receipt-link.ts';
import { currentLanguage } from '../../../locales/index.ts';
import { Link } from '../../../primitives/Link.tsx';
import styles from './Voter.module.css';

/** On what the secrecy and the result of such a ballot rest, and on what not. */
export function TrusteesTrust({ poll, election }: { poll: MyPoll; election: MyElection }) {
  const { t } = useTranslation('elections');
  const { trustees, needed } = election;
  const { meetingId, id: pollId } = poll;
  const names = new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(
    trustees.map(({ fullName }) => fullName),
  );
  const count = needed ?? trustees.length;
  return (
    <section className={styles.trust} aria-label={t('voter.trust.title')}>
      <h3 className={styles.small}>{t('voter.trust.title')}</h3>
      <ul className={styles.points}>
        <li>{t('voter.trust.encrypted')}</li>
        <li>
          {needed === null
            ? t('voter.trust.all', { names, count })
            : t('voter.trust.some', { names, count, of: trustees.length })}
        </li>
        <li>
          {t('voter.trust.record')}{' '}
          <Link to={ballotUrl({ meetingId, pollId })} inNewTab>
            {t('voter.trust.recordLink')}
          </Link>
        </li>
        <li>{t('voter.trust.device')}</li>
      </ul>
    </section>
  );
}
