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

/** What was written without a break. */
export interface Take {
  /** By the machine's clock, in milliseconds. */
  began: number;
  seconds: number;
  turns: Turn[];
}

interface FilmTime {
  spoken: { personId: Id; from: number; to: number }[];
  /** Between takes: where in the film, and how long nothing was written, in seconds. */
  gaps: { at: number; seconds: number }[];
}

/** Who spoke when in the film, which leaves out the time between takes. */
export function filmTimeOf(takes: readonly Take[]): FilmTime {
  const film: FilmTime = { spoken: [], gaps: [] };
  let start = 0;
  for (const [index, { began, seconds, turns }] of takes.entries()) {
    const before = takes[index - 1];
    const gap = before ? (began - before.began) / 1000 - before.seconds : 0;
    // A clock that was set back is no gap.
    if (gap > 0 && start > 0) film.gaps.push({ at: start, seconds: gap });
    for (const { personId, from, to } of timelineOf(turns, seconds))
      film.spoken.push({ personId, from: start + from, to: start + to });
    start += seconds;
  }
  return film;
}

/** Who is in the room of a recording, and whether anything comes from there. */
export interface Presence {
  someone: boolean;
  sends: boolean;
}

/** A big screen sends nothing and is nobody. */
export function presenceOf(
  members: readonly { personId: Id | null; streams: readonly unknown[] }[],
): Presence {
  const sends = members.some(({ streams }) => streams.length > 0);
  return { sends, someone: sends || members.some(({ personId }) => personId !== null) };
}

/** Milliseconds that an empty room is waited for: whoever reloads the page is back by then. */
const emptyLongEnough = 5000;

interface Standing {
  isTaking: boolean;
  presence: Presence;
  /** Milliseconds since somebody was in the room. */
  emptyFor: number;
  /** Milliseconds of an empty room that end it; 0 for never. */
  idleLimit: number;
}

/** What a recording does next: it begins with the first sound or picture and rests while nobody is there. */
export function nextStep(now: Standing): 'begin' | 'rest' | 'end' | null {
  if (now.isTaking) return !now.presence.someone && now.emptyFor >= emptyLongEnough ? 'rest' : null;
  if (now.presence.sends) return 'begin';
  return now.idleLimit > 0 && now.emptyFor >= now.idleLimit ? 'end' : null;
}

/** How often it is tried to make the file of one recording: what broke it three times will again. */
const mostAttempts = 3;
export const mayTryAgain = (attempts: number): boolean => attempts < mostAttempts;

const day = 86_400_000;

/**
 * When a recording deletes itself.
 * @param days 0 keeps it for ever
 */
export function deleteAt(endedAt: string | null, days: number): string | null {
  if (endedAt === null || days === 0) return null;
  return new Date(Date.parse(endedAt) + days * day).toISOString();
}
