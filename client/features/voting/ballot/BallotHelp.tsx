import Hand from 'lucide-react/icons/hand';
import Lock from 'lucide-react/icons/lock';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { EndsIn } from '../../../primitives/EndsIn.tsx';
import { useClockOffset } from '../../../realtime/server-clock.ts';
import styles from './Ballot.module.css';
import { ruleWords } from '../verdict/verdict-words.ts';

/** What kind of vote this is, what it takes, who will see what, and until when. */
export function BallotHelp({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation(['ballot', 'verdict']);
  const { t: words } = useTranslation('verdict');
  const offsetMs = useClockOffset();
  const isSecret = poll.secrecy === 'secret';
  return (
    <div className={styles.about}>
      <PollMarks poll={poll} />
      {poll.endsAt !== null && (
        <p className={styles.ends}>
          <EndsIn endsAt={poll.endsAt} offsetMs={offsetMs} label={t('timeLeft')} />
        </p>
      )}
      <p className={styles.help}>
        {ruleWords(words, poll)} {!isSecret && t('openVote')}
      </p>
    </div>
  );
}

/** Straw poll, secret ballot: what sets a vote apart from the usual one. */
function PollMarks({ poll: { binding, secrecy, trustees } }: { poll: MyPoll }) {
  const { t } = useTranslation(['ballot', 'elections']);
  if (binding && secrecy === 'open') return null;
  return (
    <p className={styles.line}>
      {!binding && (
        <StatusBadge meaning="attention" icon={Hand}>
          {t('straw')}
        </StatusBadge>
      )}
      {secrecy === 'secret' && (
        <StatusBadge meaning="abstain" icon={Lock}>
          {trustees ? t('prepare.sign', { ns: 'elections' }) : t('secret')}
        </StatusBadge>
      )}
    </p>
  );
}

/** What a secret ballot keeps and promises, said plainly, and what it cannot promise. */
export function SecretLimits() {
  const { t } = useTranslation('ballot');
  return (
    <section className={styles.limits} aria-label={t('secretLimits')}>
      <h3 className={styles.limitsTitle}>{t('secretLimits')}</h3>
      <ul className={styles.points}>
        <li>{t('secretWhat')}</li>
        <li>{t('secretTrust')}</li>
        <li>{t('secretUnanimous')}</li>
        <li>{t('secretReceipt')}</li>
      </ul>
    </section>
  );
}
