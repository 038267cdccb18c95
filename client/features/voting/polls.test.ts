import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MyPoll, Poll, Receipt } from '../../../models/contracts/voting.ts';
import { newId } from '../../../models/ids.ts';
import { withProgress } from '../../realtime/poll-progress.ts';
import {
  isNews,
  lastOpenedOf,
  openPollOf,
  waitsForMe,
  waitsForWord,
  withPoll,
  withReceipt,
} from './polls.ts';
import { carried as verdict, ruleSet } from './testing/verdicts.ts';

const meetingId = newId();
const meId = newId();
const own = { voterId: meId, fullName: 'Phạm Thị Mai', onBehalf: false, receipt: null };
const poll = (change: Partial<MyPoll> = {}): MyPoll => ({
  id: newId(),
  meetingId,
  agendaItemId: null,
  number: 1,
  revision: 0,
  question: 'Thông qua chương trình công tác?',
  paper: { kind: 'motion' },
  secrecy: 'open',
  binding: true,
  reveal: 'closing',
  link: null,
  state: 'open',
  ruleSet,
  ownRulesReason: null,
  openedAt: '2025-11-22T01:40:00Z',
  endsAt: null,
  closedAt: null,
  announcedAt: null,
  voidReason: null,
  voters: 17,
  cast: 3,
  verdict: null,
  ballots: null,
  votes: [own],
  ...change,
});
const receiptOf = ({ id: pollId }: MyPoll, voterId = meId): Receipt => ({
  pollId,
  voterId,
  marks: { kind: 'motion', choice: 'for' },
  castAt: '2025-11-22T01:41:07Z',
  sequence: 4,
  entryHash: 'a'.repeat(64),
});
const noticeOf = ({ votes: _votes, ...shown }: MyPoll): Poll => shown;
describe('notices', () => {
  it('[ballot] a notice to all never takes the own receipt away', () => {
    const open = poll();
    const [voted] = withReceipt([open], receiptOf(open));
    const closed = noticeOf({ ...open, state: 'closed', closedAt: '2025-11-22T01:45:00Z' });
    const [after] = withPoll(voted ? [voted] : [], closed);
    expect(after?.votes).toEqual([{ ...own, receipt: receiptOf(open) }]);
    expect(after?.state).toBe('closed');
  });

  it('[delegation] a receipt belongs to the vote of one voter alone', () => {
    const absent = { voterId: newId(), fullName: 'Lê Văn Ba', onBehalf: true, receipt: null };
    const open = poll({ votes: [own, absent] });
    const receipt = receiptOf(open, absent.voterId);
    const [after] = withReceipt([open], receipt);
    expect(after?.votes).toEqual([own, { ...absent, receipt }]);
  });

  it('[change] an older receipt that is heard late changes nothing', () => {
    const open = poll();
    const newer = { ...receiptOf(open), sequence: 9 };
    const after = withReceipt(withReceipt([open], newer), receiptOf(open));
    expect(after[0]?.votes).toEqual([{ ...own, receipt: newer }]);
  });

  it('[home] a poll waits for whoever has a vote in it that is not given, their own or another', () => {
    const absent = { voterId: newId(), fullName: 'Lê Văn Ba', onBehalf: true, receipt: null };
    const open = poll();
    const given = { ...own, receipt: receiptOf(open) };
    expect(waitsForMe(open)).toBe(true);
    expect(waitsForMe({ ...open, votes: [given, absent] })).toBe(true);
    expect(waitsForMe({ ...open, votes: [given] })).toBe(false);
    expect(waitsForMe({ ...open, votes: [] })).toBe(false);
    expect(waitsForMe({ ...open, state: 'closed' })).toBe(false);
  });

  it('[ballot] the right to vote in a poll that opens is asked of the server', () => {
    const draft = poll({ state: 'draft', openedAt: null, votes: [] });
    const opened = noticeOf({ ...draft, state: 'open' });
    expect(isNews([draft], opened, false)).toBe(true);
    expect(isNews([], opened, false)).toBe(true);
    expect(isNews([{ ...draft, state: 'open' }], opened, false)).toBe(false);
  });

  it('[late arrival] who has no vote asks again when the roll grows, and nobody else', () => {
    const open = poll({ votes: [] });
    const grown = noticeOf({ ...open, voters: 18 });
    expect(isNews([open], grown, false)).toBe(true);
    expect(isNews([{ ...open, votes: [own] }], grown, false)).toBe(false);
  });

  it('[reveal] who runs polls sees the result at closing and keeps it until it is announced', () => {
    const open = poll({ reveal: 'announcing' });
    const closed = noticeOf({ ...open, state: 'closed', closedAt: '2025-11-22T01:45:00Z' });
    expect(isNews([open], closed, true)).toBe(true);
    expect(isNews([open], closed, false)).toBe(false);
    expect(waitsForWord(closed)).toBe(true);
    const [kept] = withPoll([{ ...open, ...closed, verdict }], closed);
    expect(kept?.verdict).toEqual(verdict);
  });

  it('[reveal] a count so far never becomes the result', () => {
    const open = poll({ reveal: 'live', verdict });
    const [after] = withPoll([open], noticeOf({ ...open, state: 'closed', verdict: null }));
    expect(after?.verdict).toBeNull();
  });

  it('[turnout] the count never goes back, whatever the order of the notices', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(17)), (counts) => {
        const open = poll({ cast: 0 });
        const last = counts.reduce(
          (polls, cast) =>
            withProgress(polls, { meetingId, pollId: open.id, cast, voters: 17, verdict: null }),
          [open],
        );
        expect(last[0]?.cast).toBe(Math.max(0, ...counts));
      }),
    );
  });

  it('[turnout] a late notice changes nothing after closing', () => {
    const closed = poll({ state: 'closed' });
    const late = { meetingId, pollId: closed.id, cast: 17, voters: 17, verdict };
    expect(withProgress([closed], late)).toEqual([closed]);
  });
});

it('[centre] the open poll stands there, else the one that was opened last, also when void', () => {
  const first = poll({ state: 'closed', openedAt: '2025-11-22T01:00:00Z' });
  const last = poll({ state: 'void', openedAt: '2025-11-22T02:00:00Z' });
  const draft = poll({ state: 'draft', openedAt: null });
  expect(openPollOf([first, last, draft])).toBeUndefined();
  expect(lastOpenedOf([last, first, draft])).toBe(last);
  expect(lastOpenedOf([draft])).toBeUndefined();
});
