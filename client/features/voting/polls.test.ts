import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import type { MyPoll, Poll } from '../../../models/contracts/voting.ts';
import { newId } from '../../../models/ids.ts';
import { withProgress } from '../../realtime/poll-progress.ts';
import { isNews, lastOpenedOf, openPollOf, withPoll, withReceipt } from './polls.ts';

const meetingId = newId();
const poll = (change: Partial<MyPoll> = {}): MyPoll => ({
  id: newId(),
  meetingId,
  agendaItemId: null,
  number: 1,
  question: 'Thông qua chương trình công tác?',
  secrecy: 'open',
  state: 'open',
  ruleSet: { ...peoplesCommitteeRules, version: 1 },
  openedAt: '2025-11-22T01:40:00Z',
  closedAt: null,
  voidReason: null,
  voters: 17,
  cast: 3,
  verdict: null,
  ballots: null,
  mayVote: true,
  myReceipt: null,
  ...change,
});
const receiptOf = ({ id }: MyPoll) => ({
  pollId: id,
  choice: 'for' as const,
  castAt: '2025-11-22T01:41:07Z',
  entryHash: 'a'.repeat(64),
});
const noticeOf = ({ mayVote: _mayVote, myReceipt: _myReceipt, ...shown }: MyPoll): Poll => shown;

describe('notices', () => {
  it('[ballot] a notice to all never takes the own receipt away', () => {
    const open = poll();
    const [voted] = withReceipt([open], receiptOf(open));
    const closed = noticeOf({ ...open, state: 'closed', closedAt: '2025-11-22T01:45:00Z' });
    const [after] = withPoll(voted ? [voted] : [], closed);
    expect(after?.myReceipt).toEqual(receiptOf(open));
    expect(after?.state).toBe('closed');
  });

  it('[ballot] nobody may vote in a poll that has closed', () => {
    const open = poll();
    const [after] = withPoll([open], noticeOf({ ...open, state: 'closed' }));
    expect(after?.mayVote).toBe(false);
  });

  it('[ballot] the right to vote in a poll that opens is asked of the server', () => {
    const draft = poll({ state: 'draft', openedAt: null, mayVote: false });
    const opened = noticeOf({ ...draft, state: 'open' });
    expect(isNews([draft], opened)).toBe(true);
    expect(isNews([], opened)).toBe(true);
    expect(isNews([{ ...draft, state: 'open' }], opened)).toBe(false);
  });

  it('[turnout] the count never goes back, whatever the order of the notices', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(17)), (counts) => {
        const open = poll({ cast: 0 });
        const last = counts.reduce(
          (polls, cast) => withProgress(polls, { meetingId, pollId: open.id, cast, voters: 17 }),
          [open],
        );
        expect(last[0]?.cast).toBe(Math.max(0, ...counts));
      }),
    );
  });

  it('[turnout] a late notice changes nothing after closing', () => {
    const closed = poll({ state: 'closed' });
    const late = { meetingId, pollId: closed.id, cast: 17, voters: 17 };
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
