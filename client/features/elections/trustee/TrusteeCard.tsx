import KeyRound from 'lucide-react/icons/key-round';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MyElection, electionReminded } from '../../../../models/contracts/elections.ts';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useElection } from '../../../realtime/election.ts';
import { useNotice } from '../../../realtime/provider.tsx';
import { useMe } from '../../../realtime/session.tsx';
import { useWork } from '../work/useWork.ts';
import { DecryptPart } from './DecryptPart.tsx';
import { MakeShare } from './MakeShare.tsx';
import { SaveFile } from './SaveFile.tsx';
import { StepState } from './StepState.tsx';
import styles from './Trustee.module.css';
import { UnlockShare } from './UnlockShare.tsx';
import { WaitingPart } from './WaitingPart.tsx';
import type { PartProps } from './parts.ts';
import { useShare } from './useShare.ts';
import { isFirstStep, useSteps } from './useSteps.ts';

interface TrusteeCardProps {
  poll: MyPoll;
  /** Where the centre belongs to others: nothing unless something is to do, and that can be put off. */
  isGuest: boolean;
}

/** What the signed-in person has to do as a trustee of a poll; nothing for others, and when all is done. */
export function TrusteeCard({ poll, isGuest }: TrusteeCardProps) {
  const { personId } = useMe();
  const election = useElection(poll).data;
  const own = election?.trustees.find((one) => one.personId === personId);
  const isOver = poll.state === 'closed' || poll.state === 'void';
  if (election === undefined || own === undefined || isOver) return null;
  // Begun again, all is new.
  const duty = { poll, election, isGuest, place: own.place };
  return <Duty key={election.uuid} {...duty} />;
}

interface DutyProps extends TrusteeCardProps {
  election: MyElection;
  place: number;
}

function Duty({ poll, election, isGuest, place: at }: DutyProps) {
  const { t } = useTranslation('elections');
  const { uuid, task, phase } = election;
  const { id: pollId, question } = poll;
  const work = useWork();
  const moment = `${phase} ${task?.step}`;
  const share = useShare({ uuid, place: at, pollId, question }, work);
  const steps = useSteps(poll, election, share, work);
  const parts = { election, share, steps, work, place: at, pollId };
  const [putOff, setPutOff] = useState('');
  const place = useRef<HTMLElement>(null);
  useReminder(poll, () => {
    setPutOff('');
    comeIntoView(place.current);
  });
  // Nothing goes on until it is done, and the page stands where the ballot was.
  const isDecrypting = task?.step === 'decryption';
  useEffect(() => {
    if (isDecrypting) comeIntoView(place.current);
  }, [isDecrypting]);
  const isIdle = task === null && phase !== 'keys' && phase !== 'decrypting';
  if (isGuest && (isIdle || putOff === moment)) return null;
  return (
    <Frame poll={poll} ref={place} isBrief={phase === 'voting'}>
      {partOf(parts)}
      {isGuest && (
        <div>
          <Button kind="quiet" onPress={() => setPutOff(moment)}>
            {t(task === null ? 'trustee.hide' : 'trustee.later')}
          </Button>
        </div>
      )}
    </Frame>
  );
}

/** Someone who runs the meeting asks for it. */
function useReminder({ id, number }: MyPoll, show: () => void) {
  const { t } = useTranslation('elections');
  useNotice(electionReminded, ({ pollId }) => {
    if (pollId !== id) return;
    show();
    showToast(t('trustee.reminded', { number }), { tone: 'attention' });
  });
}

function partOf(parts: PartProps): ReactNode {
  const { kept, secret } = parts.share;
  const step = parts.election.task?.step ?? null;
  const isFirst = isFirstStep(step);
  if (kept === undefined) return <Skeleton lines={2} />;
  if (step === null) return <WaitingPart {...parts} />;
  if (isFirst && kept === null) return <MakeShare {...parts} />;
  if (isFirst && kept?.isSaved === false) return <SaveFile {...parts} locked={kept.locked} />;
  if (step === 'decryption') return <DecryptPart {...parts} />;
  return secret === null ? <UnlockShare {...parts} /> : <StepState {...parts} />;
}

/** With the focus, unless the person is writing. */
function comeIntoView(place: HTMLElement | null): void {
  if (document.activeElement?.closest('input, textarea, [role="dialog"], [role="alertdialog"]'))
    return;
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'start' });
}

interface FrameProps {
  poll: MyPoll;
  ref: RefObject<HTMLElement | null>;
  /** Where the question stands below anyway. */
  isBrief: boolean;
  children: ReactNode;
}

function Frame({ poll, ref, isBrief, children }: FrameProps) {
  const { t } = useTranslation('elections');
  const { number, question } = poll;
  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={styles.card}
      aria-label={t('trustee.region', { number })}
    >
      <div>
        <h2 className={styles.head}>
          <Icon of={KeyRound} /> {t('trustee.title')}
        </h2>
        {!isBrief && <p className={styles.about}>{t('trustee.about', { number, question })}</p>}
      </div>
      {children}
    </section>
  );
}
