import type { Sealed, Trial } from '../../../../models/belenios/voter.ts';
import { decode } from '../../../../models/belenios/json.ts';
import { readElection } from '../../../../models/belenios/messages.ts';

/** A ballot that was fixed before the voter said whether it is cast or opened. */
export interface SealedTrial {
  sealed: Sealed;
  /** Its election, text. */
  election: string;
  /** What the voter wanted on it, as `choicesOf` gives it. */
  wanted: number[][];
  /** Once it is open. */
  opened: Trial | null;
}

/** What stands on an opened ballot, in the words of the published election. */
export interface TrialLine {
  question: string;
  /** None: a blank vote. */
  answers: string[];
}

export function linesOf(election: string, choices: readonly (readonly number[])[]): TrialLine[] {
  const { questions } = decode(election, readElection);
  return questions.map(({ question, answers, blank }, at) => {
    const values = (choices[at] ?? []).slice(blank === true ? 1 : 0);
    return { question, answers: answers.filter((_, place) => values[place] === 1) };
  });
}

/** Whether the browser has encrypted what was wanted. */
export const isTrue = ({ wanted, opened }: SealedTrial): boolean =>
  opened !== null &&
  'choices' in opened &&
  JSON.stringify(opened.choices) === JSON.stringify(wanted);

/**
 * An opened ballot as a file, for another program: with `randomness` r, a value v of an answer is (g^r, y^r·g^v), and
 * `commitment` is the SHA-256 of `ballot`. Nobody has signed it, so no server takes it.
 */
export const trialFile = ({ sealed, election, opened }: SealedTrial): string =>
  JSON.stringify({ format: 'nghi-truong-trial-ballot-1', election, ...sealed, ...opened }, null, 2);
