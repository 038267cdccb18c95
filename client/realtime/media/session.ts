import {
  type ProducerInfo,
  mediaLayers,
  mediaLeave,
  mediaLevels,
  mediaPeers,
  mediaProducer,
  mediaProducerClosed,
  mediaReplaced,
  mediaRoomLost,
  mediaSpeaker,
  mediaWanted,
} from '../../../models/contracts/media.ts';
import { AppError, type ErrorCode } from '../../../models/errors.ts';
import type { Id } from '../../../models/ids.ts';
import type { Connection } from '../connection.ts';
import type { FollowState } from '../followed.ts';
import { isUncertain } from '../refusal.ts';
import { type Live, joinRoom } from './live.ts';
import type { LocalMedia } from './local-media.ts';
import { type Levels, type MediaSession, type MediaState, nobody } from './media-state.ts';
import type { ReceiveMode, Shown } from './fit.ts';
import { Roster, type RosterEvent } from './roster.ts';
import { type Store, createStore } from './store.ts';

/** Milliseconds before joining is tried again, spread out so that a whole hall does not come at once. */
const retryDelay = (attempt: number): number =>
  Math.min(5000, 300 * 2 ** attempt) * (0.75 + Math.random() / 2);

export function createMediaSession(
  connection: Connection,
  meetingId: Id,
  local: LocalMedia,
): MediaSession {
  const store = createStore<MediaState>({
    phase: 'idle',
    error: null,
    receiving: 'all',
    asked: null,
    mutedBy: null,
    ...nobody,
  });
  const levels = createStore<{ levels: Levels }>({ levels: new Map() });
  const session = new Session({ connection, meetingId, local, store, levels });
  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
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
}

class Session {
  readonly #parts: SessionParts;
  /** Ends what `start` began; null while the session does not run. */
  #stopHearing: (() => void) | null = null;
  #live: Live | null = null;
  /** Counts the attempts to join; what an earlier one still brings is thrown away. */
  #attempt = 0;
  #roster = new Roster();
  /** Heard while the answer to joining is awaited: later than what it says, or known to it already. */
  #early: RosterEvent[] | null = null;
  #shown: Shown = new Map();

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  start(): void {
    if (this.#stopHearing) return;
    const { connection, meetingId, store } = this.#parts;
    store.patch({ phase: 'joining', error: null });
    const stops = [
      ...this.#hearNotices(),
      connection.onState(() => {
        if (connection.state() === 'offline' && store.getSnapshot().phase === 'joined')
          store.patch({ phase: 'reconnecting' });
      }),
    ];
    this.#stopHearing = () => stops.forEach((stop) => stop());
    // Told at once, so it comes last; and again after each reconnect, when the server knows us no more.
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
    this.#live?.receiver.show(shown);
  }

  receive(mode: ReceiveMode): void {
    this.#parts.store.patch({ receiving: mode });
  }

  leave(): void {
    const { connection, meetingId } = this.#parts;
    if (!this.#stopHearing) return;
    if (this.#live) connection.request(mediaLeave, { meetingId }).catch(() => undefined);
    this.#end('idle', null);
  }

  #onFollow(follow: FollowState): void {
    if (follow.state === 'following') void this.#rejoin();
    if (follow.state === 'refused' && !isUncertain(follow.error))
      this.#end('refused', codeOf(follow.error));
  }

  /** Joins from the beginning, again and again until it works or cannot. */
  async #rejoin(): Promise<void> {
    const { store } = this.#parts;
    this.#attempt += 1;
    const attempt = this.#attempt;
    this.#dispose();
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
    const { connection, meetingId, local, store } = this.#parts;
    this.#early = [];
    const live = await joinRoom(connection, meetingId, local, {
      onTracks: (tracks) => store.patch({ tracks }),
      onWeak: (weak) => store.patch({ weak }),
      onQuality: (quality) => store.patch({ quality }),
      onBroken: () => void this.#rejoin(),
    });
    if (attempt !== this.#attempt) return live.close();
    this.#live = live;
    const { peerId, peers, producers, speakerPeerId } = live.room;
    this.#roster = new Roster(peers, producers);
    for (const event of this.#early ?? []) this.#roster.apply(event);
    this.#early = null;
    store.patch({ phase: 'joined', error: null, peerId, speakerPeerId });
    live.receiver.show(this.#shown);
    this.#showRoster();
  }

  #hearNotices(): (() => void)[] {
    const { connection, meetingId, store, levels } = this.#parts;
    /** Only what concerns this meeting. */
    const here =
      <D extends { meetingId: Id }>(hear: (data: D) => void) =>
      (data: D) => {
        if (data.meetingId === meetingId) hear(data);
      };
    const live = () => this.#live;
    return [
      connection.on(
        mediaPeers,
        here(({ joined, left }) => this.#onEvent({ type: 'peers', joined, left })),
      ),
      connection.on(
        mediaProducer,
        here((stream) => this.#onStream(stream)),
      ),
      connection.on(
        mediaProducerClosed,
        here((ended) => this.#onEvent({ type: 'ended', ...ended })),
      ),
      connection.on(
        mediaSpeaker,
        here(({ peerId }) => store.patch({ speakerPeerId: peerId })),
      ),
      connection.on(
        mediaLevels,
        here((told) =>
          levels.set({ levels: new Map(told.levels.map((one) => [one.peerId, one.volume])) }),
        ),
      ),
      connection.on(
        mediaWanted,
        here((told) => live()?.sender.onWanted(told.producerId, told.spatialLayer)),
      ),
      connection.on(
        mediaLayers,
        here((told) => live()?.receiver.onLayers(told.consumerId, told.layers !== null)),
      ),
      connection.on(
        mediaRoomLost,
        here(() => void this.#rejoin()),
      ),
      connection.on(
        mediaReplaced,
        here(() => this.#end('replaced', null)),
      ),
    ];
  }

  #onStream(stream: ProducerInfo): void {
    if (stream.peerId === this.#live?.room.peerId) this.#live.sender.onOwnStream(stream);
    else this.#onEvent({ type: 'stream', stream });
  }

  #onEvent(event: RosterEvent): void {
    if (this.#early) this.#early.push(event);
    if (!this.#live) return;
    this.#roster.apply(event);
    this.#showRoster();
  }

  #showRoster(): void {
    const { store } = this.#parts;
    const own = this.#live?.room.peerId;
    const peers = new Map([...this.#roster.peers].filter(([peerId]) => peerId !== own));
    store.patch({ peers });
    this.#live?.receiver.want([...this.#roster.streams.values()]);
  }

  #end(phase: MediaState['phase'], error: ErrorCode | null): void {
    this.#attempt += 1;
    this.#stopHearing?.();
    this.#stopHearing = null;
    this.#dispose();
    this.#parts.store.patch({ phase, error });
  }

  #dispose(): void {
    this.#live?.close();
    this.#live = null;
    this.#early = null;
    this.#roster = new Roster();
    this.#parts.store.patch(nobody);
    this.#parts.levels.set({ levels: new Map() });
  }
}

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
