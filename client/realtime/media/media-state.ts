import type { ErrorCode } from '../../../models/errors.ts';
import type { LocalMedia } from './local-media.ts';
import type { Quality } from './quality.ts';
import type { Shown } from './receiver.ts';
import type { RemotePeer } from './roster.ts';
import type { Store } from './store.ts';

export interface MediaState {
  /**
   * `joining` the first time, `reconnecting` after something broke; `replaced` when the same person joined from
   * elsewhere; `refused` with an error that waiting does not mend.
   */
  phase: 'idle' | 'joining' | 'joined' | 'reconnecting' | 'replaced' | 'refused';
  error: ErrorCode | null;
  /** This connection's own name in the room. */
  peerId: string | null;
  peers: ReadonlyMap<string, RemotePeer>;
  /** What arrives, by the producer that sends it. */
  tracks: ReadonlyMap<string, MediaStreamTrack>;
  /** Producers whose picture the line is too weak for at the moment. */
  weak: ReadonlySet<string>;
  speakerPeerId: string | null;
  /** Null until it has been measured. */
  quality: Quality | null;
}

export type Levels = ReadonlyMap<string, number>;

/** Audio and video of one meeting, kept up over every break until it is left. */
export interface MediaSession extends Pick<Store<MediaState>, 'getSnapshot' | 'subscribe'> {
  readonly local: LocalMedia;
  /** The loudest microphones in dBov by peer, apart from the state as they change twice a second. */
  readonly levels: Pick<Store<{ levels: Levels }>, 'getSnapshot' | 'subscribe'>;
  /** Joins, and joins again after `replaced` or `refused`; does nothing while it runs. */
  start(): void;
  /** Tells which streams are seen and how large, so that no more than that is received. */
  show(shown: Shown): void;
  /** Leaves the room and stops all that was received; `local` goes on, it belongs to the caller. */
  leave(): void;
}

/** The state outside a room. */
export const nobody: Omit<MediaState, 'phase' | 'error'> = {
  peerId: null,
  peers: new Map(),
  tracks: new Map(),
  weak: new Set(),
  quality: null,
  speakerPeerId: null,
};
