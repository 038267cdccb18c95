import { z } from 'zod';

/** Why a camera, microphone or screen cannot be used. */
export type CaptureProblem =
  /** The person, or the settings of browser or system, refused. */
  | 'denied'
  /** There is no such device. */
  | 'missing'
  /** Another program holds it. */
  | 'busy'
  /** It was unplugged, or the system took it away. */
  | 'lost'
  /** The page is not on a secure origin, or the browser cannot do it at all. */
  | 'unsupported';

export type CapturedKind = 'microphone' | 'camera';

/** Chromium sends three simulcast layers from 960 × 540 on; less gets two. */
const cameraSize = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
const clearVoice = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
/** A page of a document is read, not watched: sharp rather than smooth. */
const screenRate = { frameRate: { ideal: 15, max: 30 } };

type Wish = Partial<Record<CapturedKind, string | null>>;

/**
 * Asks for devices; the value of each is its id, or null for whichever the browser proposes. A device that is
 * gone by now is replaced by another.
 * @throws DOMException; see `problemOf`
 */
export async function capture(wish: Wish): Promise<MediaStreamTrack[]> {
  const { microphone, camera } = wish;
  const stream = await devices().getUserMedia({
    ...(microphone === undefined ? {} : { audio: { ...clearVoice, ...prefer(microphone) } }),
    ...(camera === undefined ? {} : { video: { ...cameraSize, ...prefer(camera) } }),
  });
  const tracks = stream.getTracks();
  for (const track of tracks) track.contentHint = track.kind === 'audio' ? 'speech' : 'motion';
  return tracks;
}

const prefer = (id: string | null) => (id === null ? {} : { deviceId: { ideal: id } });

/**
 * Lets the person choose a screen, window or tab, with its sound where the browser can.
 * @throws DOMException; see `problemOf`
 */
export async function captureScreen(): Promise<MediaStreamTrack[]> {
  const stream = await devices().getDisplayMedia({ video: screenRate, audio: true });
  const tracks = stream.getTracks();
  for (const track of tracks) track.contentHint = track.kind === 'audio' ? 'music' : 'detail';
  return tracks;
}

/** Missing on pages that are not secure, whatever the types say. */
export function devices(): MediaDevices {
  const found: MediaDevices | undefined = navigator.mediaDevices;
  if (found === undefined) throw new DOMException('no media devices', 'NotSupportedError');
  return found;
}

const problems: Record<string, CaptureProblem> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

export function problemOf(error: unknown): CaptureProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return problems[name] ?? 'unsupported';
}

const Chosen = z.object({
  microphone: z.string().nullable().catch(null),
  camera: z.string().nullable().catch(null),
  speaker: z.string().nullable().catch(null),
});
/** Ids of the devices that the person chose; null for the browser's own choice. */
export type ChosenDevices = z.infer<typeof Chosen>;

const storageKey = 'nghi-truong.media-devices';

/** What was chosen on this browser the last time. */
export function rememberedDevices(): ChosenDevices {
  try {
    return Chosen.parse(JSON.parse(localStorage.getItem(storageKey) ?? '{}'));
  } catch {
    return { microphone: null, camera: null, speaker: null };
  }
}

export function rememberDevices(chosen: ChosenDevices): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(chosen));
  } catch {
    // A browser that keeps nothing asks again the next time.
  }
}
