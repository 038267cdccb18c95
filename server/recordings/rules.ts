import type { MeetingState } from '../../models/contracts/meetings.ts';
import type { RecordingState } from '../../models/contracts/recordings.ts';
import type { ErrorCode } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';

/** Someone in the room and the pictures they send now. */
export interface Sender {
  peerId: string;
  /** Null for the device of a room. */
  personId: Id | null;
  camera: string | null;
  screen: string | null;
}

/** What a recording chooses its picture from. */
export interface Scene {
  senders: readonly Sender[];
  /** Who has the floor. */
  floorId: Id | null;
  /** Who is heard. */
  speakerPeerId: string | null;
  chairId: Id | null;
}

/** Milliseconds that a picture stays at least while it lasts: quick changes tire whoever watches. */
export const hold = 3000;

/** @returns why nobody may start recording, or null */
export function refusalToStart(meeting: MeetingState, isRecorded: boolean): ErrorCode | null {
  if (meeting !== 'open') return 'meeting_not_open';
  return isRecorded ? 'recording_state' : null;
}

/** Only what has become a file, or never will, can be deleted. */
export const mayDelete = (state: RecordingState): boolean =>
  state === 'ready' || state === 'failed';

/**
 * Whom the recording shows: what is shared, else who has the floor (through the room's camera, when they sit there
 * without one of their own), else who is heard, else the chair, else who was shown, else whoever sends a picture.
 * @returns the stream, or null when nobody sends a picture
 */
export function choosePicture(scene: Scene, shown: string | null): string | null {
  const { senders, floorId, speakerPeerId, chairId } = scene;
  const cameraOf = (fits: (sender: Sender) => boolean) =>
    senders.find((sender) => sender.camera !== null && fits(sender))?.camera ?? null;
  const screens = senders.flatMap(({ screen }) => (screen === null ? [] : [screen]));
  const ofFloor = () =>
    cameraOf(({ personId }) => personId === floorId) ??
    cameraOf(({ personId }) => personId === null);
  return (
    screens.find((screen) => screen === shown) ??
    screens[0] ??
    (floorId === null ? null : ofFloor()) ??
    cameraOf(({ peerId }) => peerId === speakerPeerId) ??
    (chairId === null ? null : cameraOf(({ personId }) => personId === chairId)) ??
    cameraOf(({ camera }) => camera === shown) ??
    cameraOf(() => true)
  );
}

interface Shown {
  producerId: string | null;
  /** Milliseconds since it is shown. */
  age: number;
}

/** As `choosePicture`, without leaving a picture that lasts before its time. */
export function nextPicture(scene: Scene, { producerId, age }: Shown): string | null {
  const lasts = scene.senders.some(
    ({ camera, screen }) => producerId !== null && [camera, screen].includes(producerId),
  );
  return lasts && age < hold ? producerId : choosePicture(scene, producerId);
}

/** Who speaks: whoever has the floor, else whoever is heard; null for nobody, and for the device of a room. */
export function speakerOf({ senders, floorId, speakerPeerId }: Scene): Id | null {
  return floorId ?? senders.find(({ peerId }) => peerId === speakerPeerId)?.personId ?? null;
}

/** From a moment in seconds on this person speaks, or nobody. */
export interface Turn {
  at: number;
  personId: Id | null;
}

/** Seconds under which a turn is a cough and no speech. */
const shortest = 2;

/**
 * Who spoke from when to when.
 * @param turns in the order of time
 * @param end of the recording in seconds
 */
export function timelineOf(
  turns: readonly Turn[],
  end: number,
): { personId: Id; from: number; to: number }[] {
  const spoken: { personId: Id; from: number; to: number }[] = [];
  for (const [index, { at, personId }] of turns.entries()) {
    const to = Math.min(turns[index + 1]?.at ?? end, end);
    if (personId === null || to - at < shortest) continue;
    const last = spoken.at(-1);
    // Someone else's cough does not end a speech.
    if (last?.personId === personId && at - last.to < shortest) last.to = to;
    else spoken.push({ personId, from: at, to });
  }
  return spoken;
}

const day = 86_400_000;

/**
 * When a recording deletes itself.
 * @param days 0 keeps it for ever
 */
export function deleteAt(endedAt: string | null, days: number): string | null {
  if (endedAt === null || days === 0) return null;
  return new Date(Date.parse(endedAt) + days * day).toISOString();
}
