import { elementsOf } from '../answer.ts';
import {
  type ElectionContext,
  type FaultOfBallot,
  decodeBallot,
  faultOfBallot,
} from '../ballot.ts';
import { FormatError } from '../json.ts';
import { areElements } from '../membership.ts';
import type { Ballot } from '../messages.ts';

/** Checking many ballots of one election. */

/** A ballot that cannot be read. */
interface FormatFault {
  fault: 'ballot';
  message: string;
}

export type Fault = FaultOfBallot | FormatFault;

/**
 * Checks ballots; for each what is wrong with it or null. Where many processors are, they may share the work.
 * @param election the text of the election
 */
export type CheckBallots = (
  election: string,
  ballots: readonly string[],
) => Promise<(Fault | null)[]>;

function read(context: ElectionContext, json: string): Ballot | FormatFault {
  try {
    return decodeBallot(context, json);
  } catch (error) {
    if (error instanceof FormatError) return { fault: 'ballot', message: error.message };
    throw error;
  }
}

/**
 * What is wrong with each of the ballots.
 * @param onBallot called after each; the first is checked when the numbers of all have been
 */
export function faultsOf(
  context: ElectionContext,
  ballots: readonly string[],
  onBallot: () => void = () => {},
): (Fault | null)[] {
  const opened = ballots.map((json) => read(context, json));
  const elements = opened.flatMap((one) =>
    'fault' in one ? [] : one.answers.flatMap((answer) => elementsOf(answer)),
  );
  // Where one number is none, each is looked at, to say which.
  const known = areElements(context.group, elements);
  return opened.map((one) => {
    const fault = 'fault' in one ? one : faultOfBallot(context, one, known);
    onBallot();
    return fault;
  });
}

/** How many powers of g and of the key an archive of so many ballots takes, for the tables. */
export const powersFor = (ballots: number) => 15 * (ballots + 1);

const FAULTS: Record<FaultOfBallot['fault'], string> = {
  'answer-shape': 'the answer has not the values and proofs that the question asks for',
  'not-in-group': 'a number is not an element of the group',
  'individual-proof': 'the proof that it is 0 or 1 is wrong',
  'overall-proof': 'the proof that as many were chosen as may be is wrong',
  'blank-proof': 'the proof that a blank vote has no other choice is wrong',
  'wrong-election': 'the ballot is one of another election',
  'ballot-hash': 'the ballot has another hash than its signature says',
  'ballot-signature': 'the signature of the ballot is wrong',
  'answers-missing': 'the ballot has not one answer for each question',
};

/** Names what is wrong, and where in the ballot. */
export function describe(found: Fault): string {
  if (found.fault === 'ballot') return found.message;
  const question = found.question === undefined ? '' : `question ${found.question + 1}, `;
  const choice = found.choice === undefined ? '' : `value ${found.choice + 1}: `;
  return `${question}${choice}${FAULTS[found.fault]}`;
}
