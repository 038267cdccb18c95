import type { Id } from '../../models/ids.ts';
import type { MediaNode } from '../../sfu/media-node.ts';
import type { Logger } from '../platform/logger.ts';
import { type Scene, type Turn, nextPicture, speakerOf } from './rules.ts';

/** Milliseconds between looks at the room. */
const lookEvery = 500;

interface DirectorOptions {
  meetingId: Id;
  node: Pick<MediaNode, 'showInRecording'>;
  scene(): Promise<Scene>;
  onTurn(turn: Turn): Promise<void>;
  logger: Logger;
}

export interface Director {
  stop(): void;
}

/** Chooses the picture of a running recording, and notes who speaks. */
export function startDirector(options: DirectorOptions): Director {
  const { meetingId, node, logger } = options;
  const began = performance.now();
  let shown: { producerId: string | null; since: number } = { producerId: null, since: began };
  let speaker: Id | null = null;
  let looking = false;

  const look = async () => {
    const scene = await options.scene();
    const now = performance.now();
    const next = nextPicture(scene, { producerId: shown.producerId, age: now - shown.since });
    // Said again each time: the node forgets a stream that ended, and this one may be new under its name.
    if (next !== shown.producerId) shown = { producerId: next, since: now };
    await node.showInRecording(meetingId, next);
    const speaks = speakerOf(scene);
    if (speaks === speaker) return;
    speaker = speaks;
    await options.onTurn({ at: (now - began) / 1000, personId: speaks });
  };
  const tick = () => {
    if (looking) return;
    looking = true;
    look()
      .catch((err: unknown) => logger.warn({ err }, 'the picture of a recording was not chosen'))
      .finally(() => (looking = false));
  };
  tick();
  const timer = setInterval(tick, lookEvery);
  return { stop: () => clearInterval(timer) };
}
