import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quorum } from '../../../../models/contracts/attendance.ts';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { QuorumBar } from '../../../primitives/QuorumBar.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useMeeting } from '../../../realtime/meeting.ts';
import { isRefusal } from '../../../realtime/refusal.ts';
import { useRoll } from '../../../realtime/roll.ts';
import { DraftDialog } from '../control/DraftDialog.tsx';
import { pollQuorum } from '../poll-quorum.ts';
import { usePollActs } from '../usePollActs.ts';
import { useTurnout } from '../useTurnout.ts';
import { ReadyToEncrypt } from '../verifiable/ReadyToEncrypt.tsx';
import { EndChoice } from './EndChoice.tsx';
import { Ready } from './Ready.tsx';
import { type EndTime, noEnd, secondsOf } from './end-time.ts';

interface PollDialogProps {
  poll: MyPoll;
  onDone: () => void;
}

/** Before opening: the question, who is ready and who is missing, whether the quorum is there, and until when. */
export function OpenPollDialog({ poll, onDone }: PollDialogProps) {
  const { t } = useTranslation('polls');
  const { meetingId, number } = poll;
  const { open } = usePollActs(meetingId);
  const [end, setEnd] = useState<EndTime>(noEnd);
  const [wasRefused, setRefused] = useState(false);
  const meeting = useMeeting(meetingId).data;
  const roll = useRoll(meetingId);
  const turnout = useTurnout(poll);
  const [isWithout, setWithout] = useState(false);
  const confirm = async ({ revision, trustees }: MyPoll) => {
    const params = { meetingId, pollId: poll.id };
    const registeredOnly = trustees ? { registeredOnly: isWithout } : {};
    const body = { revision, seconds: secondsOf(end), ...registeredOnly };
    try {
      await open.mutateAsync({ params, body });
      showToast(t('opening.opened', { number }));
    } catch (error) {
      if (isRefusal(error, 'no_quorum')) setRefused(true);
      void roll.refetch();
      throw error;
    }
  };
  const failed = [roll, turnout].find(({ isError, data }) => isError && data === undefined);
  return (
    <DraftDialog
      poll={poll}
      onClose={onDone}
      title={t('opening.title', { number })}
      confirmLabel={t('opening.open')}
      onConfirm={confirm}
    >
      {(seen) => (
        <>
          <p>{t('opening.text')}</p>
          {meeting && meeting.state !== 'open' && (
            <Notice tone="attention">{t('opening.meetingNotOpen')}</Notice>
          )}
          {failed && <ErrorNotice error={failed.error} />}
          {roll.data && turnout.data ? (
            <>
              {seen.binding && (
                <QuorumWords
                  poll={seen}
                  quorum={pollQuorum(seen, roll.data.quorum)}
                  wasRefused={wasRefused}
                />
              )}
              {seen.trustees ? (
                <ReadyToEncrypt
                  poll={seen}
                  quorum={pollQuorum(seen, roll.data.quorum)}
                  isWithout={isWithout}
                  onWithout={setWithout}
                />
              ) : (
                <Ready poll={seen} entries={roll.data.entries} items={turnout.data.items} />
              )}
              <Warnings poll={seen} voters={turnout.data.items.length} />
            </>
          ) : (
            !failed && <Skeleton lines={3} />
          )}
          <EndChoice value={end} onChange={setEnd} />
        </>
      )}
    </DraftDialog>
  );
}

interface QuorumWordsProps {
  poll: MyPoll;
  quorum: Quorum;
  wasRefused: boolean;
}

function QuorumWords({ poll, quorum, wasRefused }: QuorumWordsProps) {
  const { t } = useTranslation('polls');
  const { present, members, needed, reached } = quorum;
  const isGated = poll.ruleSet.quorumGatesOpening;
  return (
    <>
      <QuorumBar quorum={quorum} />
      {!reached && (wasRefused || isGated) && (
        <Notice tone="attention" title={t('opening.noQuorum')}>
          {t('opening.noQuorumText', { present, members, needed, missing: needed - present })}
        </Notice>
      )}
      {!reached && !isGated && <Notice tone="attention">{t('opening.notGated')}</Notice>}
    </>
  );
}

/** Fewer voters than this, and a secret result is easily guessed apart. */
const few = 5;

/** What a secret ballot or weights bring with them. */
function Warnings({ poll, voters }: { poll: MyPoll; voters: number }) {
  const { t } = useTranslation('polls');
  const { secrecy, trustees, binding, ruleSet } = poll;
  const isWeighted = binding && ruleSet.weighted;
  return (
    <>
      {secrecy === 'secret' && (
        <Notice>
          <p>{t(trustees ? 'opening.unanimousEncrypted' : 'opening.unanimous')}</p>
          {voters > 0 && voters < few && <p>{t('opening.few', { count: voters })}</p>}
          {isWeighted && <p>{t('opening.weightedSecret')}</p>}
        </Notice>
      )}
      {isWeighted && <Notice>{t('opening.weighted')}</Notice>}
    </>
  );
}
