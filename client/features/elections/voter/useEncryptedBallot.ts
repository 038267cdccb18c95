import { useCallback, useEffect, useRef, useState } from 'react';
import type { Marks } from '../../../../models/contracts/ballots.ts';
import type { MyElection } from '../../../../models/contracts/elections.ts';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { AppError } from '../../../../models/errors.ts';
import { choicesOf } from '../../../../models/voting/encrypted-paper.ts';
import { useRestored } from '../../../realtime/provider.tsx';
import { type Progress, useWork } from '../work/useWork.ts';
import { type KeptVoter, isSent, sending } from './kept-voter.ts';
import type { OwnTrial } from './trial.ts';
import { useCastEncrypted } from './useCastEncrypted.ts';
import type { KeptState } from './useKeptVoter.ts';

export interface EncryptedBallot {
  /** `unsure`: a ballot is on its way, and nobody knows yet whether it was recorded. */
  phase: 'choosing' | 'encrypting' | 'sending' | 'unsure' | 'recorded';
  progress: Progress | null;
  /** Why the last attempt came to nothing. */
  error: unknown;
  /** Encrypts and sends. */
  cast(marks: Marks): Promise<void>;
  /** Sends again what is on its way. */
  send(): Promise<void>;
  /** Begins another ballot, of which the last counts, or goes back to the one before. */
  change(begin: boolean): void;
  isChange: boolean;
  trial: OwnTrial | null;
  /** Encrypts and stops there: the voter then says whether it is opened or cast. */
  tryOut(marks: Marks): Promise<void>;
  openTrial(): Promise<void>;
  castTrial(): Promise<void>;
  /** Throws the trial ballot away. */
  leaveTrial(): void;
}

interface Given {
  poll: MyPoll;
  setup: NonNullable<MyElection['setup']>;
  kept: KeptVoter;
  keep: KeptState['change'];
  /** Called as soon as the encrypted ballot is kept: nothing may tell any more how the person votes. */
  onSealed: () => void;
}

type Doing = 'nothing' | 'encrypting' | 'sending';

/**
 * A ballot from the choices to the acknowledgement. It is kept, encrypted, before it is sent, and what is sent later, after
 * a reload or a lost reply, is that very ballot.
 */
export function useEncryptedBallot({ poll, setup, kept, keep, onSealed }: Given): EncryptedBallot {
  const { paper, ruleSet } = poll;
  const { election } = setup;
  const { uuid, credential, pending, tracker } = kept;
  const { progress, work } = useWork();
  const deliver = useCastEncrypted(poll, keep);
  const [doing, setDoing] = useState<Doing>('nothing');
  const [error, setError] = useState<unknown>(null);
  const [trial, setTrial] = useState<OwnTrial | null>(null);
  const [isAgain, setAgain] = useState(false);
  const busy = useRef(false);

  const act = async (first: Doing, steps: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setDoing(first);
    setError(null);
    try {
      await steps();
    } catch (failure) {
      setError(failure);
    } finally {
      busy.current = false;
      setDoing('nothing');
    }
  };
  const seal = async (marks: Marks): Promise<OwnTrial> => {
    const wanted = choicesOf(paper, ruleSet, marks);
    const sealed = await work('encrypt', { election, credential, choices: wanted });
    return { sealed, election, wanted, opened: null };
  };
  const deliverSealed = async ({ sealed }: OwnTrial) => {
    const signed = await work('signBallot', { election, credential, sealed });
    // What was marked in the quicker tab is on its way, and this is not: the person has to know.
    if (!isSent(await keep(sending(uuid, signed)), signed)) throw new AppError('conflict');
    onSealed();
    setTrial(null);
    setAgain(false);
    setDoing('sending');
    await deliver();
  };
  const send = () => act('sending', deliver);
  useResume(poll.state, pending !== null, send);
  useForgetting(tracker, onSealed);

  return {
    phase: phaseOf(),
    progress,
    error,
    isChange: isAgain && tracker !== null,
    cast: (marks) => act('encrypting', async () => deliverSealed(await seal(marks))),
    send,
    change(begin) {
      setAgain(begin);
      setError(null);
      if (!begin) onSealed();
    },
    trial,
    tryOut: (marks) => act('encrypting', async () => setTrial(await seal(marks))),
    openTrial: () =>
      act('encrypting', async () => {
        if (trial === null) return;
        const { sealed } = trial;
        const { commitment } = sealed;
        const opened = await work('openBallot', { election, sealed, commitment });
        setTrial({ ...trial, opened });
      }),
    castTrial: () =>
      act('encrypting', async () => {
        // What was opened has told its choices, and is never cast.
        if (trial?.opened === null) await deliverSealed(trial);
      }),
    leaveTrial: useCallback(() => setTrial(null), []),
  };

  function phaseOf(): EncryptedBallot['phase'] {
    if (doing === 'sending') return 'sending';
    if (pending !== null) return 'unsure';
    if (doing === 'encrypting') return 'encrypting';
    return tracker !== null && !isAgain ? 'recorded' : 'choosing';
  }
}

/** Whatever tab the ballot was sent from: once it is recorded, no other may tell what was marked there. */
function useForgetting(tracker: string | null, forget: () => void): void {
  const latest = useRef(forget);
  useEffect(() => {
    latest.current = forget;
  });
  useEffect(() => {
    if (tracker !== null) latest.current();
  }, [tracker]);
}

/** At first, after a reload; after a lost line; and when the poll closes, to learn whether the ballot was in time. */
function useResume(state: MyPoll['state'], isPending: boolean, send: () => Promise<void>): void {
  const latest = useRef({ isPending, send });
  useEffect(() => {
    latest.current = { isPending, send };
  });
  const resume = useCallback(() => {
    if (latest.current.isPending) void latest.current.send();
  }, []);
  useEffect(resume, [resume, state]);
  useRestored(resume);
}
