import { describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import {
  ballotUrl,
  readReceiptUrl,
  readTracker,
  receiptUrl,
  slipReceiptUrl,
} from './receipt-link.ts';

const meetingId = newId();
const pollId = newId();
/** With both signs that mean something else in an address. */
const tracker = 'aB+/0123456789aB+/0123456789aB+/0123456789Z';

const nothing = {
  meetingId: null,
  pollId: null,
  slipId: null,
  entryHash: null,
  tracker: null,
  isElection: false,
};

const fragmentOf = (url: string) => new URL(url, 'https://a.example').hash;

describe('links to a record', () => {
  it('[E150] name a ballot behind the #, where the server never sees it', () => {
    const url = ballotUrl({ meetingId, pollId, tracker });
    expect(url.split('#')[0]).toBe('/kiem-tra');
    const named = { ...nothing, meetingId, pollId, tracker, isElection: true };
    expect(readReceiptUrl(fragmentOf(url))).toEqual(named);
    const whole = readReceiptUrl(fragmentOf(ballotUrl({ meetingId, pollId })));
    expect(whole).toEqual({ ...named, tracker: null });
  });

  it('[E151] tell a receipt of a ledger from a ballot', () => {
    const entryHash = '0'.repeat(64);
    const read = readReceiptUrl(fragmentOf(receiptUrl({ meetingId, pollId, entryHash })));
    expect(read).toEqual({ ...nothing, meetingId, pollId, entryHash });
  });

  it('[E153] tell an answer to an opinion slip from both', () => {
    const entryHash = 'a'.repeat(64);
    const slipId = newId();
    const read = readReceiptUrl(fragmentOf(slipReceiptUrl({ slipId, entryHash })));
    expect(read).toEqual({ ...nothing, slipId, entryHash });
    expect(readReceiptUrl('#slip=khác&receipt=khác')).toEqual(nothing);
  });

  it('[E152] a tracking number is read in any grouping, and nothing else is one', () => {
    const groups = tracker.match(/.{1,4}/g) ?? [];
    for (const between of [' ', '-', '\n', ' · ', ''])
      expect(readTracker(` ${groups.join(between)}= `)).toBe(tracker);
    for (const wrong of ['', 'abc', `${tracker}a`, tracker.slice(1), tracker.replace('Z', '_')])
      expect(readTracker(wrong)).toBeNull();
  });
});
