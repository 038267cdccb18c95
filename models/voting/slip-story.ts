import type { z } from 'zod';
import type { Id } from '../ids.ts';
import { canonicalJson } from './canonical-json.ts';
import type { FaultCode } from './faults.ts';
import { Place } from './ledger.ts';
import { marksProblem } from './marks.ts';
import { SlipAct } from './slip-acts.ts';
import { slipVerdicts } from './slip-count.ts';
import type { Story } from './story.ts';

const SlipEntry = SlipAct.and(Place);
export type SlipEntry = z.infer<typeof SlipEntry>;
type EntryOf<Type extends SlipEntry['type']> = Extract<SlipEntry, { type: Type }>;

/** A slip as its ledger tells it so far. */
interface SlipSoFar {
  sent: EntryOf<'slip_sent'> | null;
  /** As it was sent, or later put off. */
  deadline: string;
  /** The last answer of each. */
  answers: Map<Id, EntryOf<'slip_answered'>>;
  isClosed: boolean;
  isWithdrawn: boolean;
}

/**
 * The story of an opinion slip: sent once with all that is frozen, answers of those who were asked, by themselves or
 * entered from paper and confirmed by someone else, all before the deadline, which may be put off as long as it has not
 * come; closed with verdicts that are what answers
 * and rules give, or withdrawn.
 */
export const slipStory: Story<SlipEntry> = {
  entry: SlipEntry,
  isSigned: ({ type }) => type === 'slip_closed' || type === 'slip_withdrawn',
  begin: () => {
    const slip: SlipSoFar = {
      sent: null,
      deadline: '',
      answers: new Map(),
      isClosed: false,
      isWithdrawn: false,
    };
    return (entry) => tellSlip(slip, entry);
  },
};

/** Takes one entry into the story. @returns why it does not fit, or null */
function tellSlip(slip: SlipSoFar, entry: SlipEntry): FaultCode | null {
  if (slip.isWithdrawn) return 'after_void';
  if (slip.isClosed) return 'after_close';
  if (entry.type === 'slip_sent') return tellSending(slip, entry);
  if (slip.sent === null) return 'not_opened';
  if (entry.type === 'slip_answered') return tellAnswer(slip, slip.sent, entry);
  if (entry.type === 'slip_closed') return tellClose(slip, slip.sent, entry);
  if (entry.type === 'slip_extended') return tellExtension(slip, entry);
  slip.isWithdrawn = true;
  return entry.at < slip.deadline ? null : 'too_late';
}

function tellSending(slip: SlipSoFar, entry: EntryOf<'slip_sent'>): FaultCode | null {
  if (slip.sent !== null) return 'opened_twice';
  slip.sent = entry;
  slip.deadline = entry.deadline;
  const { recipients, members } = entry;
  const isEachOnce = new Set(recipients.map(({ personId }) => personId)).size === recipients.length;
  const chairs = recipients.filter(({ isChair }) => isChair).length;
  return isEachOnce && chairs <= 1 && recipients.length <= members ? null : 'roll';
}

function tellExtension(slip: SlipSoFar, entry: EntryOf<'slip_extended'>): FaultCode | null {
  const { deadline: before } = slip;
  slip.deadline = entry.deadline;
  if (entry.at >= before) return 'too_late';
  return entry.deadline > before ? null : 'too_early';
}

function tellAnswer(
  { answers, deadline }: SlipSoFar,
  { recipients, items, ruleSet }: EntryOf<'slip_sent'>,
  entry: EntryOf<'slip_answered'>,
): FaultCode | null {
  const { personId, by, paper } = entry;
  if (!recipients.some((one) => one.personId === personId)) return 'not_on_roll';
  if (entry.at >= deadline) return 'too_late';
  if (paper === null && by !== personId) return 'wrong_caster';
  if (paper !== null && (by === null || by === paper.confirmedBy)) return 'not_confirmed';
  const earlier = answers.get(personId);
  // What someone said by themselves, no paper entered by others can take back.
  if (paper !== null && earlier !== undefined && earlier.paper === null) return 'voted_before';
  const fits =
    entry.answers.length === items.length &&
    items.every((item, at) => {
      const answer = entry.answers[at];
      return answer?.key === item.key && marksProblem(item.paper, ruleSet, answer.marks) === null;
    });
  if (!fits) return 'marks';
  answers.set(personId, entry);
  return null;
}

function tellClose(
  slip: SlipSoFar,
  sent: EntryOf<'slip_sent'>,
  entry: EntryOf<'slip_closed'>,
): FaultCode | null {
  slip.isClosed = true;
  const { answers } = slip;
  const isEarly = entry.at < slip.deadline;
  if (isEarly && (entry.by === null || answers.size < sent.recipients.length)) return 'too_early';
  const recount = slipVerdicts(sent, [...answers.values()]);
  return canonicalJson(recount) === canonicalJson(entry.verdicts) ? null : 'verdict';
}
