import { useTranslation } from 'react-i18next';
import type { Quorum } from '../../../../models/contracts/attendance.ts';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Checkbox } from '../../../primitives/Checkbox.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { ProgressBar } from '../../../primitives/ProgressBar.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { useElection } from '../../../realtime/election.ts';
import { Missing } from './ElectionState.tsx';

interface ReadyToEncryptProps {
  poll: MyPoll;
  /** That of the poll. */
  quorum: Quorum;
  /** Whether it is opened without those who have no code. */
  isWithout: boolean;
  onWithout: (is: boolean) => void;
}

/** Before a poll with trustees opens: why it cannot yet, who would be left out, and that all is fixed from then on. */
export function ReadyToEncrypt({ poll, quorum, isWithout, onWithout }: ReadyToEncryptProps) {
  const { t } = useTranslation('elections');
  const { data: election, error } = useElection(poll);
  if (election === undefined) return error ? <ErrorNotice error={error} /> : <Skeleton lines={2} />;
  const { phase, registered, missing } = election;
  if (phase === 'keys') return <Notice tone="attention">{t('prepare.opening.keys')}</Notice>;
  if (registered === 0) return <Notice tone="attention">{t('prepare.opening.nobody')}</Notice>;
  const present = registered + missing.length;
  return (
    <>
      <ProgressBar
        label={t('prepare.registered')}
        value={registered}
        max={Math.max(present, 1)}
        text={`${registered}/${present}`}
      />
      {missing.length > 0 && (
        <>
          <Notice tone="attention">
            <p>{t('prepare.opening.missing', { count: missing.length })}</p>
          </Notice>
          <Missing missing={missing} />
          <Checkbox
            label={t('prepare.opening.without')}
            description={t('prepare.opening.choose')}
            value={isWithout}
            onChange={onWithout}
          />
        </>
      )}
      {poll.binding && registered < quorum.needed && (
        <Notice tone="attention">
          <p>
            {t(
              poll.ruleSet.quorumGatesOpening
                ? 'prepare.opening.tooFew'
                : 'prepare.opening.notCarried',
              { registered, needed: quorum.needed },
            )}
          </p>
        </Notice>
      )}
      <p>{t('prepare.opening.frozen')}</p>
    </>
  );
}
