import { jsonHash } from '../../../../models/belenios/hash.ts';
import { FormatError, decode } from '../../../../models/belenios/json.ts';
import { readElection } from '../../../../models/belenios/messages.ts';
import type { MyElection } from '../../../../models/contracts/elections.ts';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { questionsOf } from '../../../../models/voting/encrypted-paper.ts';
import type { KeptVoter } from './kept-voter.ts';

/**
 * Why nothing may be encrypted:
 * - `words`: the election asks something else than the ballot shows, or names its answers in another order
 * - `fingerprint`: its text is not the one whose hash was published
 * - `credential`: this browser has named no credential
 */
export type SetupProblem = 'words' | 'fingerprint' | 'credential';

type Setup = NonNullable<MyElection['setup']>;

/** Looks at what the server says is voted on, before this browser encrypts for it. */
export function setupProblem(
  { paper, question, ruleSet }: Pick<MyPoll, 'paper' | 'question' | 'ruleSet'>,
  { election, fingerprint }: Setup,
  { uuid, publicPart }: Pick<KeptVoter, 'uuid' | 'publicPart'>,
): SetupProblem | null {
  if (jsonHash(election) !== fingerprint) return 'fingerprint';
  const read = readOrNull(election);
  const asked = JSON.stringify(questionsOf(paper, question, ruleSet));
  if (read?.uuid !== uuid || read.name !== question || JSON.stringify(read.questions) !== asked)
    return 'words';
  return publicPart === null ? 'credential' : null;
}

function readOrNull(election: string) {
  try {
    return decode(election, readElection);
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}
