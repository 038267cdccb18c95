import type { GroupName } from './group.ts';
import { encode } from './json.ts';
import type { Election, Question } from './messages.ts';
import { randomToken } from './random.ts';

/** Making an election (section 4.10). */

const UUID_LENGTH = 14;
const VERSION = 1;

export interface ElectionPlan {
  name: string;
  description: string;
  questions: Question[];
  administrator?: string;
  credential_authority?: string;
}

/** A fresh identifier of an election; credentials are made for it. */
export function createUuid(): string {
  return randomToken(UUID_LENGTH);
}

function questionOf({ answers, blank, min, max, question }: Question): Question {
  if (!(min >= 0 && min <= max && max <= answers.length)) {
    throw new RangeError('nobody can answer this question');
  }
  return { answers, ...(blank === true ? { blank } : {}), min, max, question };
}

/**
 * The election's text, which stays as it is to the byte from now on.
 * @param publicKey of all trustees together: `jointKey`
 * @throws {RangeError} when a question cannot be answered
 */
export function makeElection(
  plan: ElectionPlan,
  uuid: string,
  group: GroupName,
  publicKey: bigint,
): string {
  const election: Election = {
    version: VERSION,
    description: plan.description,
    name: plan.name,
    group,
    public_key: publicKey,
    questions: plan.questions.map(questionOf),
    uuid,
    administrator: plan.administrator,
    credential_authority: plan.credential_authority,
  };
  return encode(election);
}
