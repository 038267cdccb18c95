import type { z } from 'zod';
import type { Id } from '../ids.ts';
import { type OpenedAct, PollAct, type SecretBallot, type Voter } from './acts.ts';
import { canonicalJson } from './canonical-json.ts';
import { ballotsFor } from './encrypted-paper.ts';
import type { FaultCode } from './faults.ts';
import { quorumNeeded } from './fractions.ts';
import { Place } from './ledger.ts';
import { marksProblem } from './marks.ts';
import type { Story } from './story.ts';
import { type GivenBallot, verdictOf } from './verdict.ts';

const PollEntry = PollAct.and(Place);
export type PollEntry = z.infer<typeof PollEntry>;
type EntryOf<Type extends PollEntry['type']> = Extract<PollEntry, { type: Type }>;

/** A poll as its ledger tells it so far. */
export interface PollSoFar {
  opened: EntryOf<'opened'> | null;
  /** With those who were added late. */
  roll: Map<Id, Voter>;
  endsAt: string | null;
  /** Of each voter, in order: the last counts. */
  casts: Map<Id, EntryOf<'cast'>[]>;
  voted: Map<Id, EntryOf<'voted'>>;
  closed: EntryOf<'closed'> | null;
  announced: EntryOf<'announced'> | null;
  voided: EntryOf<'voided'> | null;
}

export const emptyPoll = (): PollSoFar => ({
  opened: null,
  roll: new Map(),
  endsAt: null,
  casts: new Map(),
  voted: new Map(),
  closed: null,
  announced: null,
  voided: null,
});

/**
 * The story of a poll: opened once with all that is frozen, votes of people on its roll by those who may give them, the
 * close with a verdict that is what ballots and rules give, and nothing after a poll was declared void.
 */
export const pollStory: Story<PollEntry> = {
  entry: PollEntry,
  isSigned: ({ type }) => type === 'closed' || type === 'announced' || type === 'voided',
  begin: () => {
    const poll = emptyPoll();
    return (entry) => tellPoll(poll, entry);
  },
};

/** Takes one entry into the story. @returns why it does not fit, or null */
export function tellPoll(poll: PollSoFar, entry: PollEntry): FaultCode | null {
  if (poll.voided !== null) return 'after_void';
  if (entry.type === 'voided') {
    poll.voided = entry;
    return null;
  }
  if (entry.type === 'announced') return tellAnnouncement(poll, entry);
  if (poll.closed !== null) return 'after_close';
  if (entry.type === 'opened') return tellOpening(poll, entry);
  if (poll.opened === null) return 'not_opened';
  return tellOpen(poll, poll.opened, entry);
}

function tellAnnouncement(poll: PollSoFar, entry: EntryOf<'announced'>): FaultCode | null {
  if (poll.closed === null) return 'not_closed';
  if (poll.announced !== null) return 'announced_twice';
  poll.announced = entry;
  return null;
}

function tellOpening(poll: PollSoFar, entry: EntryOf<'opened'>): FaultCode | null {
  if (poll.opened !== null) return 'opened_twice';
  poll.opened = entry;
  poll.endsAt = entry.endsAt;
  for (const voter of entry.voters) poll.roll.set(voter.personId, voter);
  if (!isRoll(poll.roll, entry.voters.length, entry)) return 'roll';
  return isQuorum(entry) ? null : 'quorum';
}

/**
 * Everyone once, at most one who presides, as many delegations for each as the rules allow, to people who vote in person,
 * and a weight only where votes are weighed.
 */
function isRoll(roll: ReadonlyMap<Id, Voter>, count: number, opened: OpenedAct): boolean {
  const voters = [...roll.values()];
  const { ruleSet, binding } = opened;
  const isWithin = ({ personId }: Voter) =>
    voters.filter(({ castBy }) => castBy === personId).length <= ruleSet.delegationsEach;
  const isGiven = ({ castBy }: Voter) =>
    castBy === null || (binding && roll.get(castBy)?.castBy === null);
  return (
    roll.size === count &&
    voters.filter(({ isChair }) => isChair).length <= 1 &&
    voters.every(isGiven) &&
    voters.filter(({ castBy }) => castBy === null).every(isWithin) &&
    (voters.every(({ weight }) => weight === 1) || (binding && ruleSet.weighted))
  );
}

function isQuorum({ binding, members, quorum, ruleSet, voters }: OpenedAct): boolean {
  const { needed, present } = quorum;
  const inPerson = voters.filter(({ castBy }) => castBy === null).length;
  if (needed !== quorumNeeded(members, ruleSet.quorum)) return false;
  if (!binding) return present <= inPerson;
  return present === inPerson && (!ruleSet.quorumGatesOpening || present >= needed);
}

type WhileOpen = EntryOf<'voter_added' | 'end_set' | 'cast' | 'voted' | 'closed'>;

function tellOpen(poll: PollSoFar, opened: OpenedAct, entry: WhileOpen): FaultCode | null {
  switch (entry.type) {
    case 'voter_added':
      return tellLateVoter(poll, opened, entry);
    case 'end_set':
      poll.endsAt = entry.endsAt;
      return null;
    case 'cast':
      return tellCast(poll, opened, entry);
    case 'voted':
      return tellVoted(poll, opened, entry);
    case 'closed':
      return tellClose(poll, opened, entry);
  }
}

function tellLateVoter(
  { roll }: PollSoFar,
  opened: OpenedAct,
  { voter }: EntryOf<'voter_added'>,
): FaultCode | null {
  if (roll.has(voter.personId) || opened.election !== undefined) return 'roll';
  roll.set(voter.personId, voter);
  return isRoll(roll, roll.size, opened) ? null : 'roll';
}

function tellCast(
  poll: PollSoFar,
  { paper, ruleSet, secrecy }: OpenedAct,
  entry: EntryOf<'cast'>,
): FaultCode | null {
  const { personId, marks, at } = entry;
  if (secrecy === 'secret') return 'secrecy';
  const voter = poll.roll.get(personId);
  if (voter === undefined) return 'not_on_roll';
  const wrong = wrongCaster(voter, entry);
  if (wrong !== null) return wrong;
  if (poll.endsAt !== null && at > poll.endsAt) return 'too_late';
  if (marksProblem(paper, ruleSet, marks) !== null) return 'marks';
  const earlier = poll.casts.get(personId) ?? [];
  if (earlier.length > 0 && !ruleSet.changeable) return 'voted_before';
  poll.casts.set(personId, [...earlier, entry]);
  return null;
}

function wrongCaster(
  { personId, castBy }: Voter,
  { by, confirmedBy }: EntryOf<'cast'>,
): FaultCode | null {
  if (confirmedBy !== null) return by === null || by === confirmedBy ? 'not_confirmed' : null;
  return by === (castBy ?? personId) ? null : 'wrong_caster';
}

function tellVoted(
  { roll, voted }: PollSoFar,
  { secrecy }: OpenedAct,
  entry: EntryOf<'voted'>,
): FaultCode | null {
  if (secrecy === 'open') return 'secrecy';
  const voter = roll.get(entry.personId);
  if (voter === undefined) return 'not_on_roll';
  if (entry.by !== (voter.castBy ?? voter.personId)) return 'wrong_caster';
  if (voted.has(entry.personId)) return 'voted_before';
  voted.set(entry.personId, entry);
  return null;
}

function tellClose(poll: PollSoFar, opened: OpenedAct, entry: EntryOf<'closed'>): FaultCode | null {
  poll.closed = entry;
  const { ballots, by, at, verdict, election } = entry;
  if (by === null && (poll.endsAt === null || at < poll.endsAt)) return 'too_early';
  const isVerifiable = opened.election !== undefined;
  if (isVerifiable !== (election !== undefined)) return 'secrecy';
  if ((opened.secrecy === 'secret' && !isVerifiable) !== (ballots !== null)) return 'secrecy';
  if (election !== undefined && election.ballots !== poll.voted.size) return 'ballots';
  const wrong = ballots === null ? null : wrongSecret(poll, opened, ballots);
  if (wrong !== null) return wrong;
  return canonicalJson(recount(poll, opened)) === canonicalJson(verdict) ? null : 'verdict';
}

function wrongSecret(
  { roll, voted }: PollSoFar,
  { paper, ruleSet }: OpenedAct,
  ballots: readonly SecretBallot[],
): FaultCode | null {
  const ids = ballots.map(({ ballotId }) => ballotId);
  const isInOrder = ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id);
  if (ballots.length !== voted.size || !isInOrder) return 'ballots';
  if (ballots.some(({ marks }) => marksProblem(paper, ruleSet, marks) !== null)) return 'marks';
  const weights = [...voted.keys()].map((personId) => roll.get(personId)?.weight ?? 0);
  return sorted(weights) === sorted(ballots.map(({ weight }) => weight)) ? null : 'weights';
}

const sorted = (numbers: readonly number[]): string => numbers.toSorted((a, b) => a - b).join();

/** Ballots that give the counts of a verifiable poll; null where it is none. */
function encrypted(opened: OpenedAct, closed: PollSoFar['closed']): GivenBallot[] | null {
  if (!closed?.election) return null;
  const { counts, ballots } = closed.election;
  return ballotsFor(opened.paper, opened.ruleSet, counts, ballots);
}

/** The verdict as the frozen rules and the ballots of the record give it. */
function recount({ roll, casts, closed }: PollSoFar, opened: OpenedAct) {
  const secret = closed?.ballots ?? encrypted(opened, closed);
  const { paper, binding, ruleSet, members, membersWeight, quorum } = opened;
  return verdictOf({
    paper,
    binding,
    ruleSet,
    members,
    membersWeight,
    present: quorum.present,
    voters: [...roll.values()],
    ballots: secret ?? [...casts.values()].flat(),
  });
}
