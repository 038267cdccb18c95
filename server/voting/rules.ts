import { type BallotPaper, mostChanges } from '../../models/contracts/ballots.ts';
import type { MeetingState } from '../../models/contracts/meetings.ts';
import type { RuleSet } from '../../models/contracts/rules.ts';
import type { Verdict } from '../../models/contracts/verdict.ts';
import type { Poll, PollDraft, PollState } from '../../models/contracts/voting.ts';
import type { ErrorCode } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';

/** Polls are prepared before and during a meeting, not after it. */
export const mayPrepare = (meeting: MeetingState): ErrorCode | null =>
  meeting === 'planned' || meeting === 'open' ? null : 'meeting_state';

type Draft = Pick<Poll, 'state' | 'revision'>;

/**
 * Wording that people have voted on is never changed, and what was opened never removed; nor is anything done with a
 * draft that somebody else has changed since.
 * @param seen the revision that the caller has seen
 */
export function mayUpdate({ state, revision }: Draft, seen: number): ErrorCode | null {
  if (state !== 'draft') return 'poll_state';
  return revision === seen ? null : 'conflict';
}

/** A count that grows before everyone's eyes would say who of the last voted how. */
export const mayReveal = ({ secrecy, reveal }: Pick<PollDraft, 'secrecy' | 'reveal'>): boolean =>
  secrecy === 'open' || reveal !== 'live';

interface Opening extends Draft {
  /** The revision that the caller has seen. */
  seen: number;
  meeting: MeetingState;
  anotherOpen: boolean;
  binding: boolean;
  quorumReached: boolean;
  ruleSet: RuleSet;
}

/** A poll opens once, as it was seen, in an open meeting, alone, and with a quorum where the rules ask for one and it binds. */
export function mayOpen(opening: Opening): ErrorCode | null {
  const refusal = mayUpdate(opening, opening.seen);
  if (refusal !== null) return refusal;
  if (opening.meeting !== 'open') return 'meeting_not_open';
  if (opening.anotherOpen) return 'another_poll_open';
  const isGated = opening.binding && opening.ruleSet.quorumGatesOpening;
  return isGated && !opening.quorumReached ? 'no_quorum' : null;
}

interface Delegated {
  from: Id;
  to: Id;
}

/**
 * Which delegations count when a poll opens: from someone who is absent to someone who is present, as many for each as
 * the rules allow, the earliest first. Who is there votes in person, whatever was delegated.
 */
export function delegationsInForce<D extends Delegated>(
  delegations: readonly D[],
  present: ReadonlySet<Id>,
  each: number,
): D[] {
  const held = new Map<Id, number>();
  const given = new Set<Id>();
  return delegations.filter(({ from, to }) => {
    const holds = held.get(to) ?? 0;
    if (present.has(from) || !present.has(to) || given.has(from) || holds >= each) return false;
    held.set(to, holds + 1);
    given.add(from);
    return true;
  });
}

interface Casting {
  state: PollState;
  /** When it closes by itself. */
  endsAt: string | null;
  now: string;
  /** On the roll, and the one who asks may vote for them. */
  onRoll: boolean;
  hasVoted: boolean;
  /** How often the vote was changed. */
  changes: number;
  mayChange: boolean;
}

/** Those on the roll vote once, or change their vote where the rules allow it, while the poll is open. */
export function mayCast(casting: Casting): ErrorCode | null {
  const { state, onRoll, hasVoted, changes, mayChange } = casting;
  if (state !== 'open' || isOver(casting)) return 'poll_not_open';
  if (!onRoll) return 'not_on_voter_roll';
  if (!hasVoted) return null;
  if (!mayChange) return 'already_voted';
  return changes >= mostChanges ? 'too_many_changes' : null;
}

/** From that very moment on nobody votes, even if the poll has not been closed yet. */
export const isOver = ({ endsAt, now }: { endsAt: string | null; now: string }): boolean =>
  endsAt !== null && now >= endsAt;

export const mayClose = (state: PollState): ErrorCode | null =>
  state === 'open' ? null : 'poll_not_open';

/** Whatever its state, a poll can be declared void, once. */
export const mayVoid = (state: PollState): ErrorCode | null =>
  state === 'void' ? 'poll_state' : null;

interface Ended {
  state: PollState;
  reveal: Poll['reveal'];
  closedAt: string | null;
  announcedAt: string | null;
}

/** A result is announced once, where it waits for that. */
export const mayAnnounce = ({ state, reveal, announcedAt }: Ended): ErrorCode | null =>
  state === 'closed' && reveal === 'announcing' && announcedAt === null ? null : 'poll_state';

/** Whether everyone sees the final result. */
export const isRevealed = ({ reveal, closedAt, announcedAt }: Ended): boolean =>
  closedAt !== null && (reveal !== 'announcing' || announcedAt !== null);

/** What was held, with or without a result, can be held again. */
export const mayRepeat = (state: PollState): ErrorCode | null =>
  state === 'closed' || state === 'void' ? null : 'poll_state';

/**
 * The paper of a second ballot: those between whom the first could not decide, for the places that are left; else the
 * same paper again.
 */
export function paperAgain(paper: BallotPaper, verdict: Verdict | null): BallotPaper {
  if (verdict?.outcome !== 'second_ballot') return paper;
  if (paper.kind !== 'choose' && paper.kind !== 'election') return paper;
  if (verdict.kind !== 'choose' && verdict.kind !== 'election') return paper;
  const passed = new Set(verdict.options.filter((one) => one.passed).map(({ key }) => key));
  const tied = new Set(verdict.tied);
  const options = paper.options.filter(({ key }) =>
    tied.size > 1 ? tied.has(key) : !passed.has(key),
  );
  if (options.length < (paper.kind === 'choose' ? 2 : 1)) return paper;
  const places = paper.kind === 'election' ? paper.seats : paper.max;
  const left = Math.max(1, Math.min(places - passed.size, options.length));
  const bounds = { min: Math.min(paper.min, left), max: left };
  if (paper.kind === 'choose') return { ...paper, options, ...bounds };
  return { ...paper, options, seats: left, ...bounds };
}

/** Each poll of the meeting exactly once. */
export const isOrderOf = (ids: readonly Id[], there: readonly Id[]): boolean =>
  ids.length === there.length &&
  new Set(ids).size === ids.length &&
  there.every((id) => ids.includes(id));
