import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pollProgress } from '../../../models/contracts/voting.ts';
import { type VotingHall, openVotingHall } from '../../testing/voting-hall.ts';
import { createPollNotices } from './progress.ts';

let hall: VotingHall;
beforeEach(async () => {
  hall = await openVotingHall(4);
  await hall.checkIn([0, 1, 2, 3]);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await hall.close();
});

const told = () =>
  hall.publisher.named('poll:progress').map((data) => pollProgress.data.parse(data));
const counts = () => told().map(({ cast }) => cast);

it('[V30] 500 ballots at once make two notices: the first and the last state', async () => {
  const pollId = await hall.openedPoll();
  const notices = createPollNotices(hall);
  for (let cast = 1; cast <= 500; cast += 1) notices.cast(pollId);
  await vi.advanceTimersByTimeAsync(0);
  expect(counts()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(counts()).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(5000);
  expect(counts()).toHaveLength(2);
});

it('[V31] at most one notice in 200 ms, with what is on record then', async () => {
  const pollId = await hall.openedPoll();
  await hall.cast(pollId, 1, 'for');
  await vi.advanceTimersByTimeAsync(0);
  expect(counts()).toEqual([1]);
  await hall.cast(pollId, 2, 'for');
  await hall.cast(pollId, 3, 'against');
  await vi.advanceTimersByTimeAsync(199);
  expect(counts()).toEqual([1]);
  await vi.advanceTimersByTimeAsync(1);
  expect(counts()).toEqual([1, 3]);
  expect(told().every(({ verdict, voters }) => verdict === null && voters === 4)).toBe(true);
});

it('[V32] after the end of a poll no count follows', async () => {
  const pollId = await hall.openedPoll();
  await hall.cast(pollId, 1, 'for');
  await hall.cast(pollId, 2, 'for');
  await vi.advanceTimersByTimeAsync(0);
  await hall.voting.close(hall.secretary(), hall.meetingId, pollId);
  await vi.advanceTimersByTimeAsync(1000);
  expect(counts()).toHaveLength(1);
});

it('[V30a] where the count is shown live, it goes along, and silence means nothing yet', async () => {
  const pollId = await hall.openedPoll({ reveal: 'live' });
  await hall.cast(pollId, 1, 'for');
  await vi.advanceTimersByTimeAsync(0);
  expect(told()).toMatchObject([
    { cast: 1, voters: 4, verdict: { counts: { for: 1 }, cast: 1, deemed: 0 } },
  ]);
});
