import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newId } from '../../models/ids.ts';
import { recordingPublisher } from '../testing/chamber.ts';
import { createProgressNotices } from './progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const meetingId = newId();
const pollId = newId();
const at = (cast: number, poll = pollId) => ({ meetingId, pollId: poll, cast, voters: 500 });

function setUp() {
  const publisher = recordingPublisher();
  const told = () => publisher.named('poll:progress').map((data) => Object(data).cast);
  return { notices: createProgressNotices(publisher), told };
}

it('[V30] 500 ballots at once make two notices: the first and the last state', () => {
  const { notices, told } = setUp();
  for (let cast = 1; cast <= 500; cast += 1) notices.mark(at(cast));
  expect(told()).toEqual([1]);
  vi.advanceTimersByTime(200);
  expect(told()).toEqual([1, 500]);
  vi.advanceTimersByTime(5000);
  expect(told()).toEqual([1, 500]);
});

it('[V31] at most one notice in 200 ms for each poll, and counts never go back', () => {
  const { notices, told } = setUp();
  notices.mark(at(1));
  notices.mark(at(3));
  notices.mark(at(2));
  vi.advanceTimersByTime(199);
  expect(told()).toEqual([1]);
  vi.advanceTimersByTime(1);
  expect(told()).toEqual([1, 3]);
  notices.mark(at(7, newId()));
  expect(told()).toEqual([1, 3, 7]);
});

it('[V32] after the end of a poll no count follows', () => {
  const { notices, told } = setUp();
  notices.mark(at(1));
  notices.mark(at(2));
  notices.stop(pollId);
  vi.advanceTimersByTime(1000);
  expect(told()).toEqual([1]);
});
