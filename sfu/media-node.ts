import type {
  ConsumerChange,
  ConsumerInfo,
  MediaSource,
  ProducerInfo,
} from '../models/contracts/media.ts';
import type {
  DtlsParameters,
  IceParameters,
  Layers,
  MediaKind,
  RtpCapabilities,
  RtpParameters,
  TransportOptions,
} from '../models/contracts/rtp.ts';
import type { NodeLoad, PeerStats } from './stats.ts';

export type Direction = 'send' | 'recv';

export type RecordingTrouble = 'disk_full' | 'unwritable';

/** A connection to a room. The caller chooses both names; they mean nothing to the node. */
export interface PeerRef {
  roomId: string;
  peerId: string;
}

export interface JoinedRoom {
  rtpCapabilities: RtpCapabilities;
  /** What everyone else sends already. */
  producers: ProducerInfo[];
  speakerPeerId: string | null;
}

export interface TransportRequest {
  direction: Direction;
  /** What the peer can decode; without it nothing can be consumed. */
  rtpCapabilities?: RtpCapabilities | undefined;
  /** Only this way, as a test of the line wants it; both when left out. Plain transports are always UDP. */
  ways?: 'udp' | 'tcp' | undefined;
}

/** Where a program on this machine sends RTP to, or receives it from. RTCP shares the port. */
export interface PlainAddress {
  transportId: string;
  ip: string;
  port: number;
}

export interface ProduceRequest {
  transportId: string;
  kind: MediaKind;
  source: MediaSource;
  rtpParameters: RtpParameters;
  paused: boolean;
  /** Begin paused by force. */
  locked?: boolean;
}

/** Everything a node tells; each event has one plain value, so that it can travel over a bus. */
export interface MediaNodeEvents {
  /** A stream is new, or was paused, resumed, locked or unlocked. */
  producer: { roomId: string; producer: ProducerInfo };
  producerClosed: { roomId: string; peerId: string; producerId: string };
  /** Who is speaking; null when the last speaker stopped sending. */
  speaker: { roomId: string; peerId: string | null };
  /** The loudest microphones in dBov, loudest first; empty when all are silent. */
  levels: { roomId: string; levels: { peerId: string; volume: number }[] };
  /** The highest layer of a stream that anyone receives; null when nobody does. */
  wanted: { roomId: string; peerId: string; producerId: string; spatialLayer: number | null };
  /** The layers that a consumer gets now; null when its line is too weak for any. */
  layers: { roomId: string; peerId: string; consumerId: string; layers: Layers | null };
  transport: {
    roomId: string;
    peerId: string;
    transportId: string;
    state: 'connected' | 'disconnected' | 'failed';
  };
  /** The room's worker died. Its peers are gone; whoever joins again waits for the new room. */
  roomLost: { roomId: string; peerIds: string[] };
  /** What a recording hears can no longer be written. */
  recordingFailed: { roomId: string; reason: RecordingTrouble };
  workerDied: { index: number; pid: number; reason: string };
  workerReplaced: { index: number; pid: number };
}

/**
 * One place that forwards media. Every refusal is an `AppError`: `media_not_joined` for an unknown peer,
 * `not_found` for an unknown stream, `media_rejected` for parameters that mediasoup refuses,
 * `media_room_lost` when the worker died meanwhile.
 */
export interface MediaNode {
  on<E extends keyof MediaNodeEvents>(event: E, listener: (data: MediaNodeEvents[E]) => void): void;
  off<E extends keyof MediaNodeEvents>(
    event: E,
    listener: (data: MediaNodeEvents[E]) => void,
  ): void;

  /** Opens the room when it is new, and adds the peer; a peer of the same name is closed first. */
  join(peer: PeerRef): Promise<JoinedRoom>;
  leave(peer: PeerRef): Promise<void>;
  closeRoom(roomId: string): Promise<void>;

  createTransport(peer: PeerRef, request: TransportRequest): Promise<TransportOptions>;
  connectTransport(
    peer: PeerRef,
    transportId: string,
    dtlsParameters: DtlsParameters,
  ): Promise<void>;
  restartIce(peer: PeerRef, transportId: string): Promise<IceParameters>;
  /** A transport for a program on this machine (a recorder, a load generator): plain RTP on loopback. */
  createPlainTransport(peer: PeerRef, request: TransportRequest): Promise<PlainAddress>;
  /** Where to send to; only for receiving, a sender is learnt from its first packet. */
  connectPlainTransport(
    peer: PeerRef,
    transportId: string,
    to: { ip: string; port: number },
  ): Promise<void>;

  /** A second stream of the same source takes the place of the first. */
  produce(peer: PeerRef, request: ProduceRequest): Promise<ProducerInfo>;
  /** The sender's own wish; resuming a locked stream is refused with `not_allowed`. */
  pauseProducer(peer: PeerRef, producerId: string, paused: boolean): Promise<ProducerInfo>;
  /**
   * Pauses by force, or gives the right to send back. Unlocking leaves the stream paused: whether a
   * microphone goes live is always decided by the person before it.
   */
  lockProducer(peer: PeerRef, producerId: string, locked: boolean): Promise<ProducerInfo>;
  closeProducer(peer: PeerRef, producerId: string): Promise<void>;

  /** Consumers begin paused. Streams that ended, or that the peer cannot decode, are left out. */
  consume(peer: PeerRef, producerIds: string[]): Promise<ConsumerInfo[]>;
  /** Resume, pause, choose layers, set priority; unknown consumers are passed over (they just ended). */
  changeConsumers(peer: PeerRef, changes: ConsumerChange[]): Promise<void>;

  /**
   * Writes all sound of a room, and the picture that `showInRecording` chooses, into an existing folder until it is
   * stopped: `picture.mkv` and `sound-<n>.mkv`, all with the same beginning, on the disk up to the last second.
   * Streams of VP8 and Opus only. Goes on over the end and the new beginning of the room.
   * @throws AppError `recording_state` when the room is being recorded
   */
  startRecording(recording: { roomId: string; folder: string }): Promise<void>;
  /** Changes as soon as the stream has a key frame; null shows an empty picture. */
  showInRecording(roomId: string, producerId: string | null): Promise<void>;
  /** Resolves when everything is on the disk; may be called twice. */
  stopRecording(roomId: string): Promise<void>;

  peerStats(peer: PeerRef): Promise<PeerStats>;
  load(): Promise<NodeLoad>;
  /** Ends every room and worker. May be called twice. */
  close(): Promise<void>;
}
