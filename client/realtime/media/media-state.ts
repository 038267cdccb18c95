import type { LineQuality } from '../../../models/contracts/media.ts';
import type { ErrorCode } from '../../../models/errors.ts';
import type { Id } from '../../../models/ids.ts';
import type { ReceiveMode, Shown } from './fit.ts';
import type { LocalMedia } from './local-media.ts';
import type { RemotePeer } from './roster.ts';
import type { Store } from './store.ts';

export interface MediaState {
  /**
   * `joining` the first time, `reconnecting` after something broke; `replaced` when the same person joined from
   * elsewhere; `refused` with an error that waiting does not mend. While `reconnecting`, `peers` and `tracks` stay as
   * long as they may still arrive: only with empty `tracks` there is nothing to see.
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
  /** Producers that are shown but not received, because of `receiving`. */
  withheld: ReadonlySet<string>;
  receiving: ReceiveMode;
  speakerPeerId: string | null;
  /** The own line; null until it has been measured. */
  quality: LineQuality | null;
  /** The lines of the others, by peer, as each measures its own; nothing is known of those who are missing. */
  qualities: ReadonlyMap<string, LineQuality>;
  /** The own microphone is kept silent by the floor. Once unlocked it stays off until its person switches it on. */
  locked: boolean;
  /** The chair or the secretariat asks to switch on the microphone; null again when it is on, or dismissed. */
  asked: { byName: string } | null;
  /** Who switched the own microphone off; null again when it is on, or dismissed. */
  mutedBy: string | null;
}

export type Levels = ReadonlyMap<string, number>;

/** Audio and video of one meeting, kept up over every break until it is left. */
export interface MediaSession extends Pick<Store<MediaState>, 'getSnapshot' | 'subscribe'> {
  readonly meetingId: Id;
  readonly local: LocalMedia;
  /** The loudest microphones in dBov by peer, apart from the state as they change twice a second. */
  readonly levels: Pick<Store<{ levels: Levels }>, 'getSnapshot' | 'subscribe'>;
  /** Joins, and joins again after `replaced` or `refused`; does nothing while it runs. */
  start(): void;
  /** Tells which pictures are seen, how large and how important; no other is received. Sound always is. */
  show(shown: Shown): void;
  /** How much is received; remembered on this browser. */
  receive(mode: ReceiveMode): void;
  dismissAsked(): void;
  dismissMuted(): void;
  /** Leaves the room and stops all that was received; `local` goes on, it belongs to the caller. */
  leave(): void;
}

/** The state outside a room. */
export const nobody = {
  peerId: null,
  peers: new Map<string, RemotePeer>(),
  tracks: new Map<string, MediaStreamTrack>(),
  weak: new Set<string>(),
  withheld: new Set<string>(),
  quality: null,
  qualities: new Map<string, LineQuality>(),
  speakerPeerId: null,
  locked: false,
} satisfies Partial<MediaState>;
