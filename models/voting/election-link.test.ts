import { assert, property, uint8Array } from 'fast-check';
import { expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { electionUrl, readElectionUrl, readTracker } from './election-link.ts';

const trackers = uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) =>
  Buffer.from(bytes).toString('base64').slice(0, 43),
);

it('[E140] the link of a receipt names its ballot, whatever signs the tracking number has', () => {
  assert(
    property(trackers, (tracker) => {
      const named = { meetingId: newId(), pollId: newId(), tracker };
      const { hash, search } = new URL(electionUrl(named), 'https://example.org');
      expect(search).toBe('');
      expect(readElectionUrl(hash)).toEqual(named);
      expect(readTracker(` ${tracker.match(/.{1,4}/g)?.join(' ')}\n`)).toBe(tracker);
    }),
  );
});

it('[E140] what is no link names nothing', () => {
  const nothing = { meetingId: null, pollId: null, tracker: null };
  for (const junk of ['', '#', '#meeting=1&poll=x&tracker=abc', '#tracker=%'])
    expect(readElectionUrl(junk)).toEqual(nothing);
});
