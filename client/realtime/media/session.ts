import { mediaJoin, mediaLeave } from '../../../models/contracts/media.ts';
import type { RoomState } from '../../../models/contracts/media.ts';
import { AppError, type ErrorCode } from '../../../models/errors.ts';
import type { Id } from '../../../models/ids.ts';
import type { Connection } from '../connection.ts';
import type { FollowState } from '../followed.ts';
import { isUncertain } from '../refusal.ts';
import type { ReceiveMode, Shown } from './fit.ts';
import { createFrame } from './frame.ts';
import { type Live, goLive, loadDevice } from './live.ts';
import type { LocalMedia } from './local-media.ts';
import { type Levels, type MediaSession, type MediaState, nobody } from './media-state.ts';
import { type Heard, hearMedia } from './notices.ts';
import { rememberMode, rememberedMode } from './remembered-mode.ts';
import { Roster, type RosterEvent } from './roster.ts';
import { type Store, createStore } from './store.ts';
import { onThisLine } from './transport.ts';

/** Milliseconds before joining is tried again, spread out so that a whole hall does not come at once. */
const retryDelay = (attempt: number): number =>
  Math.min(5000, 300 * 2 ** attempt) * (0.75 + Math.random() / 2);

export interface MediaSessionOptions {
  /** Joins as the paired device, not as the person who is signed in too. */
  asDevice?: boolean;
}

export function createMediaSession(
  connection: Connection,
  meetingId: Id,
  local: LocalMedia,
  options: MediaSessionOptions = {},
): MediaSession {
  const store = createStore<MediaState>({
    phase: 'idle',
    error: null,
    receiving: rememberedMode(),
    asked: null,
    mutedBy: null,
    ...nobody,
  });
  const levels = createStore<{ levels: Levels }>({ levels: new Map() });
  const session = new Session({ connection, meetingId, local, store, levels, options });
  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    meetingId,
    local,
    levels,
    start: () => session.start(),
    show: (shown) => session.show(shown),
    receive: (mode) => session.receive(mode),
    dismissAsked: () => store.patch({ asked: null }),
    dismissMuted: () => store.patch({ mutedBy: null }),
    leave: () => session.leave(),
  };
}

interface SessionParts {
  connection: Connection;
  meetingId: Id;
  local: LocalMedia;
  store: Store<MediaState>;
  levels: Store<{ levels: Levels }>;
  options: MediaSessionOptions;
}

class Session {
  readonly #parts: SessionParts;
  /** Ends what `start` began; null while the session does not run. */
  #stopHearing: (() => void) | null = null;
  #live: Live | null = null;
  /** Counts the attempts to join; what an earlier one still brings is thrown away. */
  #attempt = 0;
  #roster = emptyRoster();
  /** Heard while the answer to joining is awaited: later than what it says, or known to it already. */
  #early: RosterEvent[] | null = null;
  #shown: Shown = new Map();
  readonly #frame = createFrame(() => this.#showRoster());

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  start(): void {
    if (this.#stopHearing) return;
    const { connection, meetingId, local, store } = this.#parts;
    store.patch({ phase: 'joining', error: null });
    const mend = () => this.#live?.mend();
    globalThis.addEventListener('online', mend);
    const stops = [
      ...hearMedia(connection, meetingId, this.#heard()),
      connection.onState(() => {
        if (connection.state() === 'offline' && store.getSnapshot().phase === 'joined')
          store.patch({ phase: 'reconnecting' });
      }),
      local.subscribe(() => {
        if (local.getSnapshot().on.microphone) store.patch({ asked: null, mutedBy: null });
      }),
      () => globalThis.removeEventListener('online', mend),
    ];
    this.#stopHearing = () => stops.forEach((stop) => stop());
    // Told at once, so it comes last; and again after each reconnect, when the server waits for us to go on.
    const unfollow = connection.follow(meetingId, (follow) => this.#onFollow(follow));
    if (this.#runs()) stops.push(unfollow);
    else unfollow();
  }

  /** A refusal can end it at any call. */
  #runs(): boolean {
    return this.#stopHearing !== null;
  }

  show(shown: Shown): void {
    this.#shown = shown;
    this.#live?.receiver.update(this.#wanted());
  }

  receive(mode: ReceiveMode): void {
    rememberMode(mode);
    this.#parts.store.patch({ receiving: mode });
    this.#live?.receiver.update(this.#wanted());
  }

  leave(): void {
    const { connection, meetingId } = this.#parts;
    if (!this.#stopHearing) return;
    if (this.#live) connection.request(mediaLeave, { meetingId }).catch(() => undefined);
    this.#end('idle', null);
  }

  #wanted() {
    const { receiving } = this.#parts.store.getSnapshot();
    return { streams: this.#roster.streams, shown: this.#shown, mode: receiving };
  }

  #onFollow(follow: FollowState): void {
    if (follow.state === 'following') void this.#enter();
    if (follow.state === 'refused' && !isUncertain(follow.error))
      this.#end('refused', codeOf(follow.error));
  }

  /** Something broke that cannot be mended. Without a line that is found out on the next one. */
  #beginAnew(): void {
    if (this.#parts.connection.state() !== 'online') return;
    this.#dropLive();
    void this.#enter();
  }

  /** Joins, or goes on with the stay that lost its line, again and again until it works or cannot. */
  async #enter(): Promise<void> {
    const { store } = this.#parts;
    this.#attempt += 1;
    const attempt = this.#attempt;
    if (store.getSnapshot().phase === 'joined') store.patch({ phase: 'reconnecting' });
    for (let tries = 0; attempt === this.#attempt; tries += 1) {
      try {
        return await this.#join(attempt);
      } catch (error) {
        if (attempt !== this.#attempt) return;
        // On a new line it begins anew by itself.
        if (codeOf(error) === 'offline') return;
        if (!(error instanceof AppError)) reportError(error);
        if (!mayPass(error)) return this.#end('refused', codeOf(error));
      }
      await new Promise((resolve) => setTimeout(resolve, retryDelay(tries)));
    }
  }

  async #join(attempt: number): Promise<void> {
    const { connection, meetingId, options } = this.#parts;
    this.#early = [];
    const loading = loadDevice();
    loading.catch(() => undefined);
    const resume = this.#live?.isSure() ? { resume: this.#live.peerId } : {};
    const request = { meetingId, ...resume, ...options };
    const room = await connection.request(mediaJoin, request, onThisLine);
    const openDevice = await loading;
    if (attempt !== this.#attempt) return;
    if (!room.resumed) this.#dropLive();
    this.#roster = new Roster(room, room.peerId);
    for (const event of this.#early ?? []) this.#roster.apply(event);
    this.#early = null;
    if (this.#live) {
      this.#live.receiver.update(this.#wanted());
      this.#live.resume();
    } else {
      const live = await this.#begin(room, openDevice);
      if (attempt !== this.#attempt) return live.close();
      this.#live = live;
      // What was heard meanwhile is in the roster.
      live.receiver.update(this.#wanted());
    }
    this.#joined(room);
  }

  #begin(room: RoomState, openDevice: Awaited<ReturnType<typeof loadDevice>>): Promise<Live> {
    const { connection, meetingId, local, store } = this.#parts;
    return goLive(
      { connection, meetingId, local, room, openDevice, wanted: this.#wanted() },
      {
        onTracks: (tracks) => store.patch({ tracks }),
        onWeak: (weak) => this.#patchSet('weak', weak),
        onWithheld: (withheld) => this.#patchSet('withheld', withheld),
        onQuality: (quality) => store.patch({ quality }),
        onLocked: (locked) => store.patch({ locked }),
        onBroken: () => this.#beginAnew(),
      },
    );
  }

  #patchSet(name: 'weak' | 'withheld', next: ReadonlySet<string>): void {
    const before = this.#parts.store.getSnapshot()[name];
    const isSame = before.size === next.size && [...next].every((one) => before.has(one));
    if (!isSame) this.#parts.store.patch({ [name]: next });
  }

  #joined({ peerId, speakerPeerId }: RoomState): void {
    this.#showRoster();
    this.#parts.store.patch({ phase: 'joined', error: null, peerId, speakerPeerId });
  }

  #heard(): Heard {
    const { local, store, levels } = this.#parts;
    return {
      onRoster: (event) => this.#onRoster(event),
      onStream: (stream) => {
        if (stream.peerId === this.#live?.peerId) this.#live.sender.onOwnStream(stream);
        else this.#onRoster({ type: 'stream', stream });
      },
      onSpeaker: (speakerPeerId) => store.patch({ speakerPeerId }),
      onLevels: (told) => levels.set({ levels: told }),
      onWanted: (producerId, layer) => this.#live?.sender.onWanted(producerId, layer),
      onLayers: (consumerId, hasLayer) => this.#live?.receiver.onLayers(consumerId, hasLayer),
      onAsked: (byName) => {
        if (!local.getSnapshot().on.microphone) store.patch({ asked: { byName } });
      },
      onMuted: (byName) => {
        void local.set('microphone', false);
        store.patch({ mutedBy: byName, asked: null });
      },
      onRoomLost: () => this.#beginAnew(),
      onReplaced: () => this.#end('replaced', null),
    };
  }

  #onRoster(event: RosterEvent): void {
    this.#early?.push(event);
    if (!this.#live && this.#early) return;
    this.#roster.apply(event);
    this.#live?.receiver.update();
    this.#frame.request();
  }

  #showRoster(): void {
    this.#frame.cancel();
    const { peers, qualities } = this.#roster;
    this.#parts.store.patch({ peers, qualities });
  }

  #end(phase: MediaState['phase'], error: ErrorCode | null): void {
    this.#attempt += 1;
    this.#stopHearing?.();
    this.#stopHearing = null;
    this.#dropLive();
    this.#early = null;
    this.#roster = emptyRoster();
    this.#frame.cancel();
    this.#parts.store.patch({ ...nobody, asked: null, mutedBy: null, phase, error });
  }

  /** Who was there stays in sight until it is known who is there now. */
  #dropLive(): void {
    this.#live?.close();
    this.#live = null;
    const { store, levels } = this.#parts;
    const { tracks, weak, withheld, quality, locked } = nobody;
    store.patch({ tracks, weak, withheld, quality, locked });
    levels.set({ levels: new Map() });
  }
}

const emptyRoster = () => new Roster({ peers: [], producers: [], qualities: [] });

function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'internal';
}

const passing: ReadonlySet<ErrorCode> = new Set([
  'media_room_lost',
  'media_not_joined',
  'too_many_requests',
]);

const mayPass = (error: unknown): boolean =>
  error instanceof AppError && (isUncertain(error) || passing.has(error.code));
