import { useEffect, useRef, useState } from 'react';
import { sha256Hex } from '../../../../models/belenios/hash.ts';
import type { DecryptionFault, TrusteeSecret } from '../../../../models/belenios/trustee.ts';
import {
  type MyElection,
  type TrusteeStep,
  doTrusteeStep,
  getElection,
  getElectionFile,
} from '../../../../models/contracts/elections.ts';
import { addressOf } from '../../../../models/contracts/route.ts';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { AppError } from '../../../../models/errors.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { isRefusal } from '../../../realtime/refusal.ts';
import { isGivenUp } from '../work/start-work.ts';
import type { Work } from '../work/useWork.ts';
import { decryptInWorkers } from './decrypt-in-workers.ts';
import { decrypting, mayDecrypt, sentAs } from './kept-keys.ts';
import type { Share } from './useShare.ts';

/** Why this browser does not do a step, or what the server said to it. */
export type StepProblem = DecryptionFault | 'input' | 'twice' | { error: unknown };

export interface Steps {
  /** What goes on now. */
  doing: 'working' | 'sending' | 'fetching' | null;
  problem: StepProblem | null;
  /** Does what is due, or tries it again. */
  run(): Promise<void>;
  /** How many ballots this browser added up itself; null before it did. */
  ballots: number | null;
}

type Place = Record<'meetingId' | 'pollId', string>;

/** Does the steps of a trustee; those of making the key run by themselves once the share is open. */
export function useSteps(poll: MyPoll, election: MyElection, share: Share, work: Work): Steps {
  const { uuid, needed, task } = election;
  const [doing, setDoing] = useState<Steps['doing']>(null);
  const [problem, setProblem] = useState<StepProblem | null>(null);
  const [ballots, setBallots] = useState<number | null>(null);
  const send = useMutationRoute(doTrusteeStep, { invalidates: [getElection] });
  const busy = useRef(false);
  const finished = useRef<ReadonlySet<string>>(new Set());
  const params: Place = { meetingId: poll.meetingId, pollId: poll.id };

  const doStep = async (due: NonNullable<MyElection['task']>, secret: TrusteeSecret) => {
    const sendIt = async (payload: string) => {
      setDoing('sending');
      await send.mutateAsync({ params, body: { uuid, step: due.step, payload } });
    };
    if (due.step === 'decryption') {
      setDoing('fetching');
      const archive = await fetchRecord(params);
      setDoing('working');
      const own = { place: due.place, input: due.input, uuid, archive };
      const made = await work.through((options) =>
        decryptInWorkers({ secret, task: own }, options),
      );
      if ('fault' in made) return setProblem(made.fault);
      const sum = tallyHash(due.input);
      if (!mayDecrypt(await share.change(decrypting(sum)), sum)) return setProblem('twice');
      setBallots(made.ballots);
      return sendIt(made.payload);
    }
    setDoing('working');
    const { step, input } = due;
    const made = await work.work('keyStep', { secret, step, input, needed });
    if ('fault' in made) return setProblem(made.fault);
    if (made.publicKey !== null) await share.change(sentAs(made.publicKey));
    return sendIt(made.payload);
  };

  const run = async () => {
    if (busy.current || task === null || share.secret === null) return;
    busy.current = true;
    setProblem(null);
    try {
      await doStep(task, share.secret);
      finished.current = new Set([...finished.current, task.step]);
    } catch (error) {
      // Done already by another tab or device, or begun again meanwhile: what is due now has been read again.
      const isOver = isRefusal(error, 'election_phase') || isRefusal(error, 'conflict');
      if (isOver) finished.current = new Set([...finished.current, task.step]);
      else if (!isGivenUp(error)) setProblem({ error });
    } finally {
      busy.current = false;
      setDoing(null);
    }
  };
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const step = task?.step ?? null;
  // Nothing is sent before its file was saved; what is open and not kept here came from such a file.
  const isSafe = share.kept === null ? !isFirstStep(step) : share.kept?.isSaved === true;
  const mayRun = isSafe && share.secret !== null && problem === null;
  useEffect(() => {
    // Each step of making the key begins as soon as it is due, once.
    const isDue = step !== null && step !== 'decryption' && !finished.current.has(step);
    if (mayRun && doing === null && isDue) void latest.current();
  }, [mayRun, doing, step]);
  return { doing, problem, run, ballots };
}

/** The step in which a share is made. */
export const isFirstStep = (step: TrusteeStep | null): boolean =>
  step === 'key' || step === 'certificate';

const tallyHash = (input: string): string => {
  const { tally }: { tally?: unknown } = JSON.parse(input);
  return sha256Hex(JSON.stringify(tally));
};

/** @throws AppError `offline`, or `unavailable` when the server does not give it */
async function fetchRecord(params: Place): Promise<Uint8Array> {
  try {
    const answer = await fetch(addressOf(getElectionFile, params));
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  } catch {
    throw new AppError('offline');
  }
  throw new AppError('unavailable');
}
