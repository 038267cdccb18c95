import { expect, it } from 'vitest';
import type { MediaSource } from '../../../models/contracts/media.ts';
import type { RemotePeer } from '../../realtime/media/roster.ts';
import { cameraOf, hallPictures, sharedScreenIn } from './pictures.ts';

const stream = (producerId: string, source: MediaSource, paused = false) => ({
  producerId,
  source,
  kind:
    source === 'microphone' || source === 'screen-audio' ? ('audio' as const) : ('video' as const),
  paused,
  locked: false,
});
const peer = (name: string, streams: RemotePeer['streams']): [string, RemotePeer] => [
  name,
  { peerId: name, personId: `${name}-person`, roomName: null, streams },
];
const an = peer('an', [stream('an-cam', 'camera'), stream('an-mic', 'microphone')]);
const binh = peer('binh', [stream('binh-cam', 'camera')]);
const chi = peer('chi', [stream('chi-cam', 'camera', true)]);
const sharer = peer('dung', [stream('dung-screen', 'screen'), stream('dung-cam', 'camera')]);
const nobody = { speakerId: null, activeId: null };
type Who = Parameters<typeof hallPictures>[1];
const shown = (peers: [string, RemotePeer][], who: Who = nobody) =>
  hallPictures(new Map(peers), who).map(({ producerId }) => producerId);

it('[hall] a camera that is off is no picture', () => {
  expect(cameraOf(new Map([chi]), 'chi-person')).toBeNull();
  expect(cameraOf(new Map([an]), 'an-person')).toBe('an-cam');
  expect(shown([chi])).toEqual([]);
});

it('[hall] who has the floor comes first, then who is heard', () => {
  const who = { speakerId: 'binh-person', activeId: 'an' };
  expect(shown([sharer, an, binh].slice(1), who)).toEqual(['binh-cam', 'an-cam']);
  expect(shown([an, binh], { speakerId: null, activeId: 'binh' })).toEqual(['binh-cam', 'an-cam']);
});

it('[hall] a shared screen leaves room for the speaker alone', () => {
  expect(sharedScreenIn(new Map([an, sharer]))).toBe('dung-screen');
  expect(shown([an, sharer], { speakerId: 'an-person', activeId: null })).toEqual([
    'dung-screen',
    'an-cam',
  ]);
});

it('[hall] never more faces than can be seen from the seats', () => {
  const many = Array.from({ length: 40 }, (_, at) => peer(`p${at}`, [stream(`c${at}`, 'camera')]));
  expect(shown(many)).toHaveLength(9);
});
