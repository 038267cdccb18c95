import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import { type MyPoll, pollStates } from '../../../models/contracts/voting.ts';
import { newId } from '../../../models/ids.ts';
import { meetingFor, stageOf, textSize, verdictStaysMs } from './stage.ts';

const first = { id: newId(), title: 'Chương trình công tác', presenter: '', minutes: 20 };
const second = { id: newId(), title: 'Kế hoạch ngân sách', presenter: '', minutes: 30 };
const agenda = [first, second];
const closedAt = '2025-11-22T02:00:00.000Z';
const poll = (change: Partial<MyPoll> = {}): MyPoll => ({
  id: newId(),
  meetingId: newId(),
  agendaItemId: first.id,
  number: 1,
  question: 'Thông qua?',
  secrecy: 'open',
  state: 'closed',
  ruleSet: { ...peoplesCommitteeRules, version: 1 },
  openedAt: '2025-11-22T01:58:00.000Z',
  closedAt,
  voidReason: null,
  voters: 17,
  cast: 17,
  verdict: null,
  ballots: null,
  mayVote: false,
  myReceipt: null,
  ...change,
});
const on = (item: { id: string } | null) => ({ agenda, currentAgendaItemId: item?.id ?? null });
const soon = Date.parse(closedAt) + 1000;

describe('stageOf', () => {
  it('[screen] an open poll comes before everything else', () => {
    const open = poll({ state: 'open', closedAt: null });
    expect(stageOf(on(second), [poll(), open], soon)).toEqual({ kind: 'poll', poll: open });
  });

  it('[screen] a result stays until the meeting moves on, two minutes at most', () => {
    const decided = poll();
    expect(stageOf(on(first), [decided], soon).kind).toBe('verdict');
    expect(stageOf(on(second), [decided], soon)).toEqual({ kind: 'item', number: 2 });
    const late = Date.parse(closedAt) + verdictStaysMs;
    expect(stageOf(on(first), [decided], late)).toEqual({ kind: 'item', number: 1 });
  });

  it('[screen] a void result is never shown as one', () => {
    expect(stageOf(on(first), [poll({ state: 'void' })], soon).kind).toBe('item');
  });

  it('[screen] before the first item the roll fills', () => {
    expect(stageOf(on(null), [], soon)).toEqual({ kind: 'roll' });
  });

  it('[screen] no draft ever appears', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pollStates)), fc.nat(10_000_000), (states, later) => {
        const polls = states.map((state) => poll({ state }));
        const stage = stageOf(on(first), polls, Date.parse(closedAt) + later);
        if ('poll' in stage) expect(['open', 'closed']).toContain(stage.poll.state);
      }),
    );
  });
});

it('[screen] follows the open meeting of the room, else the next one', () => {
  const planned = { id: newId(), state: 'planned' as const, startsAt: '2025-11-22T01:00:00Z' };
  const later = { ...planned, id: newId(), startsAt: '2025-11-22T03:00:00Z' };
  const open = { id: newId(), state: 'open' as const, startsAt: '2025-11-22T02:00:00Z' };
  expect(meetingFor([later, planned])).toBe(planned);
  expect(meetingFor([planned, later, open])).toBe(open);
  expect(meetingFor([])).toBeUndefined();
});

it('[screen] no text is ever smaller than 2.5 vw', () => {
  fc.assert(fc.property(fc.nat(2000), (length) => textSize('a'.repeat(length)) >= 2.5));
});
