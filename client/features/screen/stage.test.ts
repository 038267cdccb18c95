import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import type { Verdict } from '../../../models/contracts/verdict.ts';
import { type MyPoll, pollStates } from '../../../models/contracts/voting.ts';
import type { FloorEntry } from '../../../models/contracts/floor.ts';
import { type ScreenView, screenViews } from '../../../models/contracts/meetings.ts';
import { newId } from '../../../models/ids.ts';
import { type Doings, meetingFor, stageOf, textSize, verdictStaysMs } from './stage.ts';

const first = { id: newId(), title: 'Chương trình công tác', presenter: '', minutes: 20 };
const second = { id: newId(), title: 'Kế hoạch ngân sách', presenter: '', minutes: 30 };
const agenda = [first, second];
const closedAt = '2025-11-22T02:00:00.000Z';
const ruleSet = { ...peoplesCommitteeRules, version: 1 };
const verdict: Verdict = {
  kind: 'motion',
  outcome: 'carried',
  decidedBy: 'majority',
  members: 21,
  voters: 17,
  cast: 17,
  notVoted: 0,
  deemed: 0,
  quorum: { needed: 14, present: 17, reached: true },
  denominator: { kind: 'all', size: 21 },
  needed: 11,
  ruleSet,
  counts: { for: 12, against: 3, abstain: 2 },
  tie: null,
};
const poll = (change: Partial<MyPoll> = {}): MyPoll => ({
  id: newId(),
  meetingId: newId(),
  agendaItemId: first.id,
  number: 1,
  revision: 0,
  question: 'Thông qua?',
  paper: { kind: 'motion' },
  secrecy: 'open',
  binding: true,
  reveal: 'closing',
  link: null,
  state: 'closed',
  ruleSet,
  ownRulesReason: null,
  openedAt: '2025-11-22T01:58:00.000Z',
  endsAt: null,
  closedAt,
  announcedAt: null,
  voidReason: null,
  voters: 17,
  cast: 17,
  verdict,
  ballots: null,
  votes: [],
  ...change,
});
const on = (item: { id: string } | null, screenView: ScreenView = 'auto') => ({
  agenda,
  currentAgendaItemId: item?.id ?? null,
  screenView,
});
const going = (polls: MyPoll[], more: Partial<Doings> = {}): Doings => ({
  polls,
  speech: null,
  sharedScreen: null,
  ...more,
});
const speech: FloorEntry = {
  id: newId(),
  personId: newId(),
  kind: 'speech',
  state: 'speaking',
  topic: '',
  agendaItemId: first.id,
  place: 1,
  askedAt: closedAt,
  allottedSeconds: 180,
  spokenMs: 0,
  since: closedAt,
  startedAt: closedAt,
  endedAt: null,
};
const soon = Date.parse(closedAt) + 1000;

describe('stageOf', () => {
  it('[screen] an open poll comes before everything else', () => {
    const open = poll({ state: 'open', closedAt: null });
    expect(stageOf(on(second), going([poll(), open], { speech, sharedScreen: 's' }), soon)).toEqual(
      { kind: 'poll', poll: open },
    );
  });

  it('[screen] a result stays until the meeting moves on, two minutes at most', () => {
    const decided = poll();
    expect(stageOf(on(first), going([decided]), soon).kind).toBe('verdict');
    expect(stageOf(on(second), going([decided]), soon)).toEqual({ kind: 'item', number: 2 });
    const late = Date.parse(closedAt) + verdictStaysMs;
    expect(stageOf(on(first), going([decided]), late)).toEqual({ kind: 'item', number: 1 });
  });

  it('[screen] what waits to be announced stands there without its result, and stays from then on', () => {
    const counted = poll({ reveal: 'announcing', verdict: null });
    expect(stageOf(on(first), going([counted]), soon)).toEqual({ kind: 'counted', poll: counted });
    const announcedAt = new Date(Date.parse(closedAt) + verdictStaysMs).toISOString();
    const announced = poll({ reveal: 'announcing', announcedAt });
    const then = Date.parse(announcedAt) + 1000;
    expect(stageOf(on(first), going([announced]), then).kind).toBe('verdict');
  });

  it('[screen] a void result is never shown as one', () => {
    expect(stageOf(on(first), going([poll({ state: 'void' })]), soon).kind).toBe('item');
  });

  it('[screen] before the first item the roll fills', () => {
    expect(stageOf(on(null), going([]), soon)).toEqual({ kind: 'roll' });
  });

  it('[screen] a shared screen comes before who speaks, who speaks before the item', () => {
    const both = going([], { speech, sharedScreen: 's' });
    expect(stageOf(on(first), both, soon)).toEqual({ kind: 'share', producerId: 's' });
    expect(stageOf(on(first), going([], { speech }), soon)).toEqual({
      kind: 'speaker',
      entry: speech,
    });
  });

  it('[screen] holds what the secretary chose, whatever goes on', () => {
    const open = poll({ state: 'open', closedAt: null });
    const everything = going([open], { speech, sharedScreen: 's' });
    for (const view of ['agenda', 'roll', 'seats', 'blank'] as const)
      expect(stageOf(on(first, view), everything, soon)).toEqual({ kind: view });
    expect(stageOf(on(first, 'share'), everything, soon).kind).toBe('share');
    expect(stageOf(on(first, 'speaker'), everything, soon).kind).toBe('speaker');
    expect(stageOf(on(first, 'vote'), everything, soon).kind).toBe('poll');
    const late = Date.parse(closedAt) + verdictStaysMs;
    expect(stageOf(on(first, 'vote'), going([poll()]), late).kind).toBe('verdict');
  });

  it('[screen] a held view with nothing to show gives way to what there is', () => {
    for (const view of screenViews.filter((one) => ['vote', 'share', 'speaker'].includes(one)))
      expect(stageOf(on(first, view), going([]), soon)).toEqual({ kind: 'item', number: 1 });
  });

  it('[screen] no draft ever appears', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pollStates)), fc.nat(10_000_000), (states, later) => {
        const polls = states.map((state) => poll({ state }));
        const stage = stageOf(on(first), going(polls), Date.parse(closedAt) + later);
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
