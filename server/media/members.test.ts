import { expect, test } from 'vitest';
import { newId } from '../../models/ids.ts';
import { Members } from './members.ts';

test('[levels] only that someone else is heard than before counts as a change', () => {
  const members = new Members();
  const meetingId = newId();
  expect(members.setLevels(meetingId, [{ peerId: 'an', volume: -20 }])).toBe(false);
  members.add({
    peerId: 'an',
    meetingId,
    who: { kind: 'person', personId: newId(), fullName: 'An' },
    connection: null,
    grace: null,
    rtpCapabilities: null,
    streams: new Map(),
    wanted: new Map(),
    quality: null,
  });
  const heard = (...peerIds: string[]) =>
    members.setLevels(
      meetingId,
      peerIds.map((peerId, at) => ({ peerId, volume: -20 - at })),
    );
  expect(heard('an')).toBe(true);
  expect(heard('an')).toBe(false);
  expect(heard('an', 'bình')).toBe(true);
  expect(heard('bình', 'an')).toBe(false);
  expect(heard('bình', 'châu')).toBe(true);
  expect(members.levelsIn(meetingId).map(({ peerId }) => peerId)).toEqual(['bình', 'châu']);
  expect(heard()).toBe(true);
  expect(heard()).toBe(false);
});
