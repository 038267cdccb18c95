import { FormatError, decode, listOf, oneOf, record, text } from './json.ts';
import { readElection } from './messages.ts';
import type { Sealed, Trial } from './voter.ts';

/** A ballot that was fixed before the voter said whether it is cast or opened. */
export interface SealedTrial {
  sealed: Sealed;
  /** Its election, text. */
  election: string;
  /** Once it is open. */
  opened: Trial | null;
}

const format = 'nghi-truong-trial-ballot-1';

/**
 * An opened ballot as a file, for another program: with `randomness` r, a value v of an answer is (g^r, y^r·g^v), and
 * `commitment` is the SHA-256 of `ballot`. Nobody has signed it, so no server takes it.
 */
export const trialFile = ({ sealed, election, opened }: SealedTrial): string =>
  JSON.stringify({ format, election, ...sealed, ...opened }, null, 2);

const readParts = record({
  format: oneOf([format]),
  election: text,
  ballot: text,
  commitment: text,
  randomness: listOf(listOf(text)),
});

/**
 * What is needed to open the ballot again; what the file says it holds is not believed.
 * @throws {FormatError} for anything that is no such file
 */
export function readTrialFile(file: string): Pick<SealedTrial, 'sealed' | 'election'> {
  const { election, ballot, commitment, randomness } = readParts(parsed(file), '');
  return { election, sealed: { ballot, commitment, randomness } };
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    throw new FormatError('not JSON');
  }
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
