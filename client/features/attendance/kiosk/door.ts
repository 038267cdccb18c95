import { decodeQR } from 'qr/decode.js';
import type { z } from 'zod';
import {
  type CheckInResult,
  type Greeting,
  checkInByCode,
  recogniseFace,
} from '../../../../models/contracts/kiosk.ts';
import { type FaceHint } from '../../../../models/contracts/face.ts';
import type { ErrorCode } from '../../../../models/errors.ts';
import { AppError } from '../../../../models/errors.ts';
import type { Id } from '../../../../models/ids.ts';
import type { Connection } from '../../../realtime/connection.ts';
import { type Still, createShutter, pause } from '../camera/frames.ts';

/** What the door says to whoever stands before it. */
export type DoorState =
  | { kind: 'watching'; hints: readonly FaceHint[] }
  | { kind: 'welcome'; greeting: Greeting }
  | { kind: 'unsure' | 'unknown' }
  | { kind: 'refused'; code: ErrorCode };

export type Result = z.infer<typeof CheckInResult>;

interface DoorSettings {
  connection: Connection;
  meetingId: Id;
  video: () => HTMLVideoElement | null;
  onState: (state: DoorState) => void;
}

export interface Door {
  /** Checks in by what was typed. */
  submitCode(code: string): Promise<void>;
  stop(): void;
}

const framesTogether = 3;
const betweenFramesMs = 120;
const betweenLooksMs = 250;
const welcomeMs = 3_500;
const sorryMs = 4_000;
/** Whoever lingers before the camera is not greeted again and again. */
const sameAgainMs = 20_000;

/** Looks through the camera for QR codes and faces, and shows what comes of it, until it is stopped. */
export function openDoor(settings: DoorSettings): Door {
  const { connection, meetingId, onState } = settings;
  const shutter = createShutter();
  const guests = createMemory();
  const closed = new AbortController();

  const show = async (state: DoorState, forMs = 0) => {
    if (!closed.signal.aborted) onState(state);
    await pause(forMs);
  };
  const tell = async (result: Result) => {
    if (result.outcome === 'look_again') return show({ kind: 'watching', hints: result.hints });
    if (result.outcome !== 'welcome') return show({ kind: result.outcome }, sorryMs);
    if (guests.isNew(result.greeting))
      await show({ kind: 'welcome', greeting: result.greeting }, welcomeMs);
    return show({ kind: 'watching', hints: [] });
  };
  const ask = async (question: () => Promise<Result>) => {
    try {
      await tell(await question());
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'internal';
      await show({ kind: 'refused', code }, code === 'face_busy' ? 0 : sorryMs);
    }
  };
  const byCode = (code: string) =>
    ask(() => connection.request(checkInByCode, { meetingId, code }));
  const byFace = (frames: Uint8Array<ArrayBuffer>[]) =>
    ask(() =>
      // A face that was seen before the line broke is gone: look again rather than send it late.
      connection.request(recogniseFace, { meetingId, frames }, { acrossReconnect: false }),
    );

  const look = async () => {
    const stills = await takeStills(shutter, settings.video);
    const code = stills[0] && readCode(stills[0]);
    if (code) return byCode(code);
    if (stills.length > 0) return byFace(await Promise.all(stills.map((still) => still.jpeg())));
    return undefined;
  };
  const watch = async () => {
    while (!closed.signal.aborted) {
      if (connection.state() === 'online' && !document.hidden) await look();
      await pause(betweenLooksMs);
    }
  };
  void watch();
  return { submitCode: byCode, stop: () => closed.abort() };
}

async function takeStills(
  shutter: ReturnType<typeof createShutter>,
  video: DoorSettings['video'],
): Promise<Still[]> {
  const stills: Still[] = [];
  for (let taken = 0; taken < framesTogether; taken += 1) {
    if (taken > 0) await pause(betweenFramesMs);
    const still = shutter(video());
    if (still) stills.push(await packed(still));
  }
  return stills;
}

/** The canvas is used again for the next picture, so each is packed at once. */
async function packed(still: Still): Promise<Still> {
  const jpeg = await still.jpeg();
  return { pixels: still.pixels, jpeg: async () => jpeg };
}

function readCode({ pixels }: Still): string | null {
  try {
    return decodeQR(pixels);
  } catch {
    return null;
  }
}

function createMemory() {
  let last: { personId: Id; at: number } | null = null;
  return {
    isNew({ personId }: Greeting): boolean {
      const now = Date.now();
      const isSame = last?.personId === personId && now - last.at < sameAgainMs;
      last = { personId, at: now };
      return !isSame;
    },
  };
}
