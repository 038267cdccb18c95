import type { Marks } from '../../models/contracts/ballots.ts';
import type { SlipItem, SlipState } from '../../models/contracts/opinions.ts';
import type { RuleSet } from '../../models/contracts/rules.ts';
import type { Verdict } from '../../models/contracts/verdict.ts';
import type { ErrorCode } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { marksProblem } from '../../models/voting/marks.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Nobody can read and answer in less; milliseconds. */
const shortest = 10 * minute;

export const mayEdit = (state: SlipState): ErrorCode | null =>
  state === 'draft' ? null : 'slip_state';

interface Sending {
  state: SlipState;
  deadline: string;
  notSecret: boolean;
  now: string;
}

/** Once, with time to answer, and when someone has vouched that nothing in it is secret. */
export function maySend({ state, deadline, notSecret, now }: Sending): ErrorCode | null {
  if (state !== 'draft') return 'slip_state';
  if (!notSecret) return 'slip_secret';
  return Date.parse(deadline) - Date.parse(now) < shortest ? 'slip_deadline' : null;
}

interface Answering {
  state: SlipState;
  deadline: string;
  isRecipient: boolean;
  now: string;
}

/** Those who were asked answer until the deadline, even where nobody has closed the slip yet. */
export function mayAnswer({ state, deadline, isRecipient, now }: Answering): ErrorCode | null {
  if (!isRecipient) return 'slip_not_yours';
  if (state === 'draft' || state === 'withdrawn') return 'slip_state';
  return state === 'closed' || isOver(deadline, now) ? 'slip_over' : null;
}

/** At the deadline itself it is over. */
export const isOver = (deadline: string, now: string): boolean =>
  Date.parse(now) >= Date.parse(deadline);

/** Before the deadline only when there is nobody left to wait for. */
export function mayClose(slip: {
  state: SlipState;
  deadline: string;
  recipients: number;
  answered: number;
  now: string;
}): ErrorCode | null {
  if (slip.state !== 'sent') return 'slip_state';
  if (isOver(slip.deadline, slip.now)) return null;
  return slip.answered < slip.recipients ? 'slip_awaits_answers' : null;
}

/** Only while there is time left, and only for more of it. */
export function mayExtend(slip: {
  state: SlipState;
  deadline: string;
  next: string;
  now: string;
}): ErrorCode | null {
  if (slip.state !== 'sent') return 'slip_state';
  if (isOver(slip.deadline, slip.now)) return 'slip_over';
  return Date.parse(slip.next) > Date.parse(slip.deadline) ? null : 'slip_not_later';
}

/** Planned reminders that went out for the earlier deadline and have a time to come before the new one. */
export const remindersAgain = (
  sent: ReadonlySet<number>,
  { deadline, now }: { deadline: string; now: string },
): number[] => [...sent].filter((before) => Date.parse(deadline) - before * hour > Date.parse(now));

/** What has a result keeps it. */
export function mayWithdraw(state: SlipState, deadline: string, now: string): ErrorCode | null {
  if (state !== 'sent') return 'slip_state';
  return isOver(deadline, now) ? 'slip_over' : null;
}

/**
 * Which answers do not fit the slip: every item is answered once, in order, with marks that fit its paper.
 * @returns paths of fields
 */
export function answerFaults(
  items: readonly SlipItem[],
  ruleSet: RuleSet,
  answers: readonly { key: number; marks: Marks }[],
): string[] {
  if (answers.length !== items.length) return ['answers'];
  return items.flatMap(({ key, paper }, at) => {
    const answer = answers[at];
    if (answer === undefined || answer.key !== key) return [`answers.${at}.key`];
    return marksProblem(paper, ruleSet, answer.marks) === null ? [] : [`answers.${at}.marks`];
  });
}

/** What an item's paper can hold that its shape cannot say. @returns paths of fields */
export const itemFaults = (items: readonly Pick<SlipItem, 'paper'>[]): string[] =>
  items.flatMap(({ paper }, at) =>
    paper.kind === 'choose' && (paper.min > paper.max || paper.max > paper.options.length)
      ? [`items.${at}.paper`]
      : [],
  );

/**
 * The planned reminders that are due and did not go out yet: of several that were missed, as after a long stop of the
 * server, people are told once.
 * @param hours before the deadline
 */
export const dueReminders = (
  hours: readonly number[],
  sent: ReadonlySet<number>,
  { deadline, sentAt, now }: { deadline: string; sentAt: string; now: string },
): number[] =>
  hours.filter((before) => {
    const at = Date.parse(deadline) - before * hour;
    // A reminder of before the sending would come together with the slip.
    return !sent.has(before) && at > Date.parse(sentAt) && at <= Date.parse(now);
  });

/** The year in Vietnam, in which slips are numbered. */
export const yearOf = (instant: string): number =>
  new Date(Date.parse(instant) + 7 * hour).getUTCFullYear();

export const isAgreed = ({ outcome }: Pick<Verdict, 'outcome'>): boolean => outcome === 'carried';

/** Those of `recipients` who have not answered. */
export const silentOf = <R extends { personId: Id }>(
  recipients: readonly R[],
  answered: ReadonlySet<Id>,
): R[] => recipients.filter(({ personId }) => !answered.has(personId));

/** What the agenda of the next session says; at most as long as an item may be. */
export function agendaTitle(slip: { number: number; year: number; title: string }): string {
  const text = `Thông báo kết quả lấy ý kiến bằng phiếu số ${slip.number}/${slip.year}: ${slip.title}`;
  return text.length <= 200 ? text : `${text.slice(0, 199).trimEnd()}…`;
}
