import type { FinderMessage, FinderStatus, LookRequest, Sight, Wish } from './finder-protocol.ts';
import { type Still, createShutter } from './frames.ts';

export type { FinderStatus, Sight } from './finder-protocol.ts';

/** Finds faces on pictures of the camera, beside the page and not on its thread. */
export interface FaceFinder {
  /**
   * Takes a picture and looks at it; one at a time. Asked again when it answered, it goes as fast as the machine can
   * without the page noticing.
   * @returns null while the camera gives no picture, or when this one was lost
   */
  find(video: HTMLVideoElement | null, wish: Wish): Promise<Sight | null>;
  status(): FinderStatus;
  /** `webgl` or `wasm`; null without models. */
  backend(): string | null;
  /** Calls back when the status changes; returns what ends that. */
  onStatus(listener: () => void): () => void;
  close(): void;
}

/** Starts loading the models, a megabyte once, which the browser keeps; pages that need no face never load them. */
export function createFaceFinder(): FaceFinder {
  let status: FinderStatus = 'loading';
  let backend: string | null = null;
  const listeners = new Set<() => void>();
  const become = (next: FinderStatus, on: string | null) => {
    [status, backend] = [next, on];
    for (const listener of listeners) listener();
  };
  const worker = startWorker(become);
  const shutter = createShutter();

  return {
    async find(video, wish) {
      if (worker === null) return wholeFrame(shutter(video));
      if (video === null || video.videoWidth === 0) return null;
      return worker.look(await createImageBitmap(video), wish);
    },
    status: () => status,
    backend: () => backend,
    onStatus(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      listeners.clear();
      worker?.end();
    },
  };
}

/** @returns null in browsers that cannot draw beside the page */
function startWorker(onStatus: (status: FinderStatus, backend: string | null) => void) {
  if (typeof OffscreenCanvas === 'undefined' || typeof Worker === 'undefined') {
    queueMicrotask(() => onStatus('whole_frames', null));
    return null;
  }
  const worker = new Worker(new URL('./finder-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (sight: Sight | null) => void>();
  let count = 0;
  const settle = (id: number, sight: Sight | null) => {
    waiting.get(id)?.(sight);
    waiting.delete(id);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FinderMessage>) => {
    if (data.kind === 'status') onStatus(data.status, data.backend);
    else settle(data.id, data.kind === 'sight' ? data.sight : null);
  });
  return {
    look: (picture: ImageBitmap, wish: Wish) =>
      new Promise<Sight | null>((resolve) => {
        count += 1;
        waiting.set(count, resolve);
        const request: LookRequest = { id: count, picture, takenAt: performance.now(), ...wish };
        worker.postMessage(request, [picture]);
      }),
    end() {
      worker.terminate();
      for (const id of waiting.keys()) settle(id, null);
    },
  };
}

async function wholeFrame(still: Still | null): Promise<Sight | null> {
  if (still === null) return null;
  const { width, height } = still.pixels;
  const takenAt = performance.now();
  const jpeg = await still.jpeg();
  return { takenAt, width, height, faces: [], hints: [], jpeg, code: null, tookMs: 0, tensors: 0 };
}
