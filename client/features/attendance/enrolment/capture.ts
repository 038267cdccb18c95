import { type FaceHint, FaceHint as Hint, checkFrame } from '../../../../models/contracts/face.ts';
import { type Id, newId } from '../../../../models/ids.ts';
import type { Connection } from '../../../realtime/connection.ts';
import { Refusal } from '../../../realtime/refusal.ts';
import { quality } from '../camera/best-frames.ts';
import type { FaceFinder, Sight } from '../camera/face-finder.ts';
import { pause } from '../camera/frames.ts';
import { type Pose, isPose, nextPose, poses } from './poses.ts';

export type Picture = Uint8Array<ArrayBuffer>;

export interface CaptureState {
  step: 'looking' | 'sending' | 'done' | 'refused';
  /** How many poses have their picture. */
  taken: number;
  /** Asked for now. */
  pose: Pose;
  /** What to better, the most pressing first. */
  hints: readonly FaceHint[];
  /** The server refused some pictures; their poses are asked for again. */
  isRepeating: boolean;
  problem: unknown;
}

export interface CaptureSettings {
  finder: FaceFinder;
  connection: Connection;
  /** Null while the camera gives no picture. */
  video: () => HTMLVideoElement | null;
  /** @throws Refusal; the same id again is the same act */
  send: (frames: Picture[], requestId: Id) => Promise<void>;
  onChange: (state: CaptureState) => void;
}

export interface Capture {
  run(): Promise<void>;
  /** Takes the pose as it is held: not everyone can turn the head. */
  skipPose(): void;
  /** After a refusal: all pictures anew. */
  again(): void;
  stop(): void;
}

/** Time in which the best picture of a pose is chosen. */
const choosingMs = 700;
/** Whoever has not turned the head by then, though all else is good, is taken as they are. */
const patienceMs = 8_000;
/** Time to follow the next instruction. */
const betweenPosesMs = 900;
const betweenLooksMs = 60;
/** Without models in the browser the server looks. */
const betweenChecksMs = 350;
const attemptsToSend = 4;
/** Some pictures on a slow line, and their measuring on a busy server. */
export const enrolPatienceMs = 60_000;

interface Seen {
  jpeg: Picture;
  yaw: number;
  worth: number;
}

/** Takes the best picture of each pose by itself, then sends them; keeps what is good over a lost camera or line. */
export function createCapture(settings: CaptureSettings): Capture {
  const { onChange } = settings;
  const taken: (Seen | undefined)[] = [];
  let isStopped = false;
  let isSkipping = false;
  let state: CaptureState = {
    step: 'looking',
    taken: 0,
    pose: 'straight',
    hints: [],
    isRepeating: false,
    problem: null,
  };
  const change = (part: Partial<CaptureState>) => {
    state = { ...state, ...part };
    if (!isStopped) onChange(state);
  };
  const count = () => taken.filter((one) => one !== undefined).length;

  async function takePose(at: number): Promise<void> {
    const pose = poses[at] ?? 'straight';
    change({ step: 'looking', pose, taken: count() });
    const best = await chooseBest(settings, {
      pose,
      base: taken[0]?.yaw ?? 0,
      isOver: () => isStopped,
      isSkipping: () => isSkipping,
      onHints: (hints) => change({ hints }),
    });
    isSkipping = false;
    if (best === null) return;
    taken[at] = best;
    change({ taken: count(), hints: [] });
    await pause(betweenPosesMs);
  }

  /** @returns whether all is done; else some poses are to be taken again */
  async function deliver(): Promise<boolean> {
    change({ step: 'sending', hints: [] });
    try {
      await sendPatiently(
        settings,
        taken.flatMap((one) => one?.jpeg ?? []),
      );
      return true;
    } catch (error) {
      const faults = faultsOf(error);
      if (faults === null) throw error;
      for (const at of faults.bad) taken[at] = undefined;
      change({ step: 'looking', taken: count(), hints: faults.hints, isRepeating: true });
      await pause(2 * betweenPosesMs);
      return false;
    }
  }

  async function run() {
    try {
      for (;;) {
        const at = nextPose(taken);
        if (isStopped) return;
        if (at !== null) await takePose(at);
        else if (await deliver()) return change({ step: 'done' });
      }
    } catch (error) {
      change({ step: 'refused', problem: error });
    }
  }

  return {
    run,
    skipPose: () => void (isSkipping = true),
    again() {
      taken.length = 0;
      change({ step: 'looking', taken: 0, hints: [], isRepeating: false, problem: null });
      void run();
    },
    stop: () => void (isStopped = true),
  };
}

interface Choosing {
  pose: Pose;
  /** How this person looks straight into this camera. */
  base: number;
  isOver: () => boolean;
  isSkipping: () => boolean;
  onHints: (hints: readonly FaceHint[]) => void;
}

/** @returns null when the person has closed the dialog */
async function chooseBest(settings: CaptureSettings, choosing: Choosing): Promise<Seen | null> {
  let best: Seen | null = null;
  let firstAt = 0;
  let patience = patienceMs;
  let lookedAt = performance.now();
  while (!choosing.isOver()) {
    const { seen, hints } = await lookOnce(settings);
    const now = performance.now();
    if (seen) {
      patience -= now - lookedAt;
      const isHeld =
        isPose(choosing.pose, seen.yaw, choosing.base) || patience <= 0 || choosing.isSkipping();
      if (isHeld && (best === null || seen.worth > best.worth)) best = seen;
      if (isHeld && firstAt === 0) firstAt = now;
      choosing.onHints([]);
    } else if (hints !== null) choosing.onHints(hints);
    lookedAt = now;
    if (best !== null && now - firstAt >= choosingMs) return best;
    await pause(betweenLooksMs);
  }
  return null;
}

/** `hints` null: there is no picture now. */
async function lookOnce(
  settings: CaptureSettings,
): Promise<{ seen: Seen | null; hints: readonly FaceHint[] | null }> {
  const { finder, video } = settings;
  const sight = await finder.find(video(), { purpose: 'enrol', codes: false });
  if (sight === null) return { seen: null, hints: null };
  const isMeasured = sight.faces.length > 0 || sight.hints.length > 0;
  if (!isMeasured) return askServer(settings, sight);
  const [face] = sight.faces;
  if (sight.hints.length > 0 || sight.jpeg === null || face === undefined)
    return { seen: null, hints: sight.hints };
  return { seen: { jpeg: sight.jpeg, yaw: face.pose.yaw, worth: quality(sight) }, hints: [] };
}

async function askServer({ connection }: CaptureSettings, { jpeg }: Sight) {
  await pause(betweenChecksMs);
  if (jpeg === null) return { seen: null, hints: null };
  try {
    const { good, hints, yaw } = await connection.request(checkFrame, { frame: jpeg });
    return { seen: good ? { jpeg, yaw: yaw ?? 0, worth: 0 } : null, hints };
  } catch (error) {
    if (!isPassing(error)) throw error;
    return { seen: null, hints: null };
  }
}

/** A busy server and a slow line are waited for, under the same id. */
async function sendPatiently({ send }: CaptureSettings, frames: Picture[]): Promise<void> {
  const requestId = newId();
  for (let attempt = 1; ; attempt += 1)
    try {
      return await send(frames, requestId);
    } catch (error) {
      if (!isPassing(error) || attempt === attemptsToSend) throw error;
      await pause(1_000 * attempt);
    }
}

const passing = new Set(['face_busy', 'offline', 'timeout', 'unavailable', 'too_many_requests']);
const isPassing = (error: unknown) => error instanceof Refusal && passing.has(error.code);

/** Which pictures the server found fault with, and what to better; null for another refusal. */
function faultsOf(error: unknown): { bad: number[]; hints: FaceHint[] } | null {
  if (!(error instanceof Refusal) || error.code !== 'face_quality') return null;
  const { bad, hints } = error.details ?? {};
  if (!Array.isArray(bad) || bad.length === 0) return null;
  const known = Array.isArray(hints) ? hints : [];
  return {
    bad: bad.map(Number),
    hints: known.flatMap((one) => Hint.safeParse(one).data ?? []),
  };
}
