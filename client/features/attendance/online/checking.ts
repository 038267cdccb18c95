import type {
  Challenge,
  TurnDirection,
  TurnRefusal,
} from '../../../../models/contracts/challenge.ts';
import type { FaceHint } from '../../../../models/contracts/face.ts';
import {
  type OnlineFaceResult,
  type PresenceOccasion,
  answerOwnTurn,
  checkOwnFace,
} from '../../../../models/contracts/presence.ts';
import type { Id } from '../../../../models/ids.ts';
import type { Connection } from '../../../realtime/connection.ts';
import { createBestFrames } from '../camera/best-frames.ts';
import type { FaceFinder, Sight } from '../camera/face-finder.ts';
import { pause } from '../camera/frames.ts';
import { followTurn } from '../kiosk/turning.ts';

/** What the person sees while their face is looked at. */
export type Checking =
  | { kind: 'looking'; hint: FaceHint | null }
  | { kind: 'comparing' }
  /** Null until the moment that the server chose: the person still looks straight. */
  | { kind: 'turning'; direction: TurnDirection | null }
  | { kind: 'confirmed'; result: Extract<OnlineFaceResult, { outcome: 'confirmed' }> }
  | { kind: 'refused'; because: 'different' | 'other_way' | TurnRefusal };

export interface CheckSettings {
  connection: Connection;
  finder: FaceFinder;
  meetingId: Id;
  occasion: PresenceOccasion;
  video: () => HTMLVideoElement | null;
  onState: (state: Checking) => void;
  isCancelled: () => boolean;
}

const framesSent = 3;
const betweenMs = 60;
/** Many pictures are looked at; sent again, the challenge would be gone. */
const turnPatienceMs = 60_000;
/** A slow machine has too few pictures at once; after so long one is enough, since the login says who it is. */
const patienceMs = 6_000;

/**
 * Looks until there are good pictures, lets the server compare them, and follows a turn of the head where one is asked for.
 * @throws Refusal of the server
 */
export async function checkFace(settings: CheckSettings): Promise<void> {
  const { connection, meetingId, occasion, onState, isCancelled } = settings;
  while (!isCancelled()) {
    const frames = await goodFrames(settings);
    if (frames === null) return;
    onState({ kind: 'comparing' });
    const result = await connection.request(checkOwnFace, { meetingId, occasion, frames });
    if (isCancelled()) return;
    if (result.outcome === 'look_again')
      onState({ kind: 'looking', hint: result.hints[0] ?? null });
    else return finish(settings, result);
  }
}

async function finish(settings: CheckSettings, result: OnlineFaceResult): Promise<void> {
  const { onState } = settings;
  switch (result.outcome) {
    case 'confirmed':
      return onState({ kind: 'confirmed', result });
    case 'challenge':
      return turn(settings, result.challenge);
    case 'not_turned':
      return onState({
        kind: 'refused',
        because: result.triesLeft === 0 ? 'other_way' : result.reason,
      });
    case 'different':
    case 'other_way':
      return onState({ kind: 'refused', because: result.outcome });
    case 'look_again':
      return onState({ kind: 'looking', hint: result.hints[0] ?? null });
  }
}

/** @returns null when the person went away */
async function goodFrames(settings: CheckSettings): Promise<Uint8Array<ArrayBuffer>[] | null> {
  const { onState, isCancelled } = settings;
  const kept = createBestFrames();
  const since = performance.now();
  while (!isCancelled()) {
    const sight = await look(settings, 'check-in');
    if (sight !== null && !isCancelled()) {
      kept.add(sight);
      onState({ kind: 'looking', hint: sight.hints[0] ?? null });
      const least = performance.now() - since > patienceMs ? 1 : 2;
      const best = kept.best(framesSent, least);
      if (best.length > 0) return best.flatMap(({ jpeg }) => jpeg ?? []);
    }
    await pause(betweenMs);
  }
  return null;
}

async function turn(settings: CheckSettings, challenge: Challenge): Promise<void> {
  const { connection, meetingId, occasion, onState, isCancelled } = settings;
  const turning = followTurn(challenge, performance.now());
  while (!turning.isDone(performance.now())) {
    const isPrompted = turning.isPromptDue(performance.now());
    onState({ kind: 'turning', direction: isPrompted ? challenge.direction : null });
    const sight = await look(settings, 'turn');
    if (isCancelled()) return;
    if (sight !== null) turning.add(sight);
    else await pause(betweenMs);
  }
  const frames = turning.frames();
  if (frames.length === 0) return onState({ kind: 'refused', because: 'no_turn' });
  onState({ kind: 'comparing' });
  const request = { meetingId, occasion, challengeId: challenge.id, frames };
  const result = await connection.request(answerOwnTurn, request, { patienceMs: turnPatienceMs });
  if (!isCancelled()) await finish(settings, result);
}

const look = (
  { finder, video }: CheckSettings,
  purpose: 'check-in' | 'turn',
): Promise<Sight | null> => finder.find(video(), { purpose, codes: false });
