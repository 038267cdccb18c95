import { beforeEach, describe, expect, it } from 'vitest';
import type { Challenge } from '../../models/contracts/challenge.ts';
import { newId } from '../../models/ids.ts';
import { after } from '../platform/clock.ts';
import { type ChallengeService, createChallengeService } from './challenge.ts';
import type { FaceService } from './face/face-service.ts';
import type { FrameAnalysis } from './face/types.ts';
import { roundHead, view } from './testing/heads.ts';

/** A head at the angle, in degrees to the right of the picture, that the frame's only byte tells. */
const analyse = async (frame: Uint8Array): Promise<FrameAnalysis> => {
  const yaw = (((frame[0] ?? 0) - 100) * Math.PI) / 180;
  const head = roundHead({ nose: 1, mouth: 0.3 });
  return {
    faces: 1,
    width: 640,
    height: 480,
    box: null,
    score: 1,
    pose: null,
    quality: null,
    marks: view(head, { yaw, pitch: 0, roll: 0, distance: 12, size: 80 }),
    hints: [],
    liveness: 1,
    embedding: own,
  };
};
const own = new Float32Array([1, 0, 0, 0]);
const face: FaceService = {
  engine: 'wasm',
  embedder: { name: 'test', version: '1', dimensions: 4 },
  thresholds: {
    embedder: 'test@1',
    verify: 1,
    identify: 1,
    identifyLarge: 1,
    largeRoll: 1000,
    margin: 0,
    doubt: 0,
    confirm: false,
  },
  liveness: true,
  analyse,
  stats: () => {
    throw new Error('not asked for here');
  },
  close: async () => undefined,
};

let now: string;
let challenges: ChallengeService;
const wait = (milliseconds: number) => void (now = after(now, milliseconds));
const asker = newId();
const meetingId = newId();
const subject = { asker, meetingId, personId: newId(), reference: own, score: 0.5, liveness: 0.9 };

beforeEach(() => {
  now = '2026-03-02T01:30:00.000Z';
  challenges = createChallengeService({ clock: { now: () => now }, face: () => face });
});

const issue = () => {
  const challenge = challenges.issue(subject);
  if (challenge === null) throw new Error('no tries are left');
  return challenge;
};

/** As asked: straight until half a second after the prompt, then over to 36° in half a second. */
function turn({ direction, promptAfter }: Challenge) {
  const side = direction === 'left' ? 1 : -1;
  const end = promptAfter + 1400;
  return Array.from({ length: 20 }, (_, index) => {
    const at = Math.round(promptAfter - 500 + (index * (end - promptAfter + 500)) / 19);
    const turned = Math.min(1, Math.max(0, (at - promptAfter - 500) / 500));
    return { at, frame: new Uint8Array([100 + Math.round(side * 36 * turned)]) };
  });
}

const answer = (challenge: Challenge, by = { asker, meetingId }, frames = turn(challenge)) =>
  challenges.answer(by, challenge.id, frames);

describe('a challenge', () => {
  it('[C20] that is answered as it asks is passed, with whom it was for', async () => {
    const challenge = issue();
    wait(challenge.promptAfter + 1500);
    expect(await answer(challenge)).toEqual({ passed: true, subject });
  });

  it('[C21] counts once, and for its own door and meeting alone', async () => {
    const challenge = issue();
    wait(challenge.promptAfter + 1500);
    const expired = { passed: false, reason: 'expired' };
    expect(await answer(challenge, { asker: newId(), meetingId })).toMatchObject(expired);
    expect(await answer(challenge, { asker, meetingId: newId() })).toMatchObject(expired);
    expect(await answer(challenge)).toMatchObject({ passed: true });
    expect(await answer(challenge)).toMatchObject(expired);
  });

  it('[C22] cannot be answered before its prompt, with pictures of the future, or a minute later', async () => {
    const early = issue();
    wait(early.promptAfter - 1);
    expect(await answer(early)).toMatchObject({ reason: 'expired' });
    const ahead = issue();
    wait(ahead.promptAfter + 100);
    expect(await answer(ahead)).toMatchObject({ reason: 'expired' });
    const late = issue();
    wait(60_000);
    expect(await answer(late)).toMatchObject({ reason: 'expired' });
  });

  it('[C23] is not given after three failures at one door, until some minutes have gone by', async () => {
    for (const triesLeft of [2, 1, 0]) {
      const challenge = issue();
      wait(challenge.promptAfter + 1500);
      const still = turn(challenge).map(({ at }) => ({ at, frame: new Uint8Array([100]) }));
      const verdict = await answer(challenge, undefined, still);
      expect(verdict).toEqual({ passed: false, reason: 'no_turn', triesLeft });
    }
    expect(challenges.issue(subject)).toBeNull();
    expect(challenges.issue({ ...subject, asker: newId() })).not.toBeNull();
    wait(3 * 60_000);
    expect(challenges.issue(subject)).not.toBeNull();
  });

  it('[C24] asks for either side, at moments that cannot be foreseen', () => {
    const many = Array.from({ length: 60 }, () => challenges.issue(subject));
    expect(new Set(many.map((one) => one?.direction))).toEqual(new Set(['left', 'right']));
    expect(new Set(many.map((one) => one?.promptAfter)).size).toBeGreaterThan(30);
  });
});
