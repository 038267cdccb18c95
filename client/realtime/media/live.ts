import { type LineQuality, type RoomState, mediaQuality } from '../../../models/contracts/media.ts';
import type { Id } from '../../../models/ids.ts';
import { AppError } from '../../../models/errors.ts';
import type { Connection } from '../connection.ts';
import type { openDevice as openDeviceType } from './device.ts';
import type { LocalMedia } from './local-media.ts';
import { watchQuality } from './quality-watch.ts';
import { Receiver, type Wanted } from './receiver.ts';
import { Sender } from './sender.ts';
import { type Room, onThisLine } from './transport.ts';

interface LiveListener {
  onTracks(tracks: ReadonlyMap<string, MediaStreamTrack>): void;
  onWeak(producerIds: ReadonlySet<string>): void;
  onWithheld(producerIds: ReadonlySet<string>): void;
  onQuality(quality: LineQuality): void;
  onLocked(locked: boolean): void;
  onBroken(): void;
}

export interface Stay {
  connection: Connection;
  meetingId: Id;
  local: LocalMedia;
  /** What the server said on joining. */
  room: RoomState;
  openDevice: typeof openDeviceType;
  wanted: Wanted;
}

/** One stay in a media room, from joining until something breaks it. */
export interface Live {
  peerId: string;
  sender: Sender;
  receiver: Receiver;
  /** False when the line broke so that nobody knows what the server did: the stay cannot go on over the next one. */
  isSure(): boolean;
  /** Looks for lost paths at once. */
  mend(): void;
  /** Goes on over a new line. */
  resume(): void;
  close(): void;
}

/** Begins to send and to receive; the listener hears nothing after `close`. */
export async function goLive(stay: Stay, listener: LiveListener): Promise<Live> {
  const { connection, meetingId, room, local, openDevice, wanted } = stay;
  const device = await openDevice(room.routerRtpCapabilities).catch(() => {
    // A browser without WebRTC.
    throw new AppError('media_rejected');
  });
  let closed = false;
  let sure = true;
  const unlessClosed = <A extends unknown[]>(hear: (...args: A) => void) => {
    return (...args: A) => {
      if (!closed) hear(...args);
    };
  };
  const shared: Room = {
    connection,
    meetingId,
    device,
    iceServers: room.iceServers,
    onBroken: unlessClosed(listener.onBroken),
    onDoubt: () => void (sure = false),
  };
  const receiver = new Receiver(shared, wanted, {
    onTracks: unlessClosed(listener.onTracks),
    onWeak: unlessClosed(listener.onWeak),
    onWithheld: unlessClosed(listener.onWithheld),
  });
  const sender = new Sender(shared, local, unlessClosed(listener.onLocked));
  const tellQuality = (quality: LineQuality) => {
    listener.onQuality(quality);
    // It is said again when it changes; one word more or less does no harm.
    connection.request(mediaQuality, { meetingId, quality }, onThisLine).catch(() => undefined);
  };
  const ways = () => [sender.way, receiver.way];
  const stopWatching = watchQuality(ways, unlessClosed(tellQuality));
  return {
    peerId: room.peerId,
    sender,
    receiver,
    isSure: () => sure,
    mend() {
      for (const way of ways())
        void way?.then(
          ({ mend }) => mend(),
          () => undefined,
        );
    },
    resume() {
      sender.resume();
      receiver.resume();
    },
    close() {
      closed = true;
      stopWatching();
      sender.close();
      receiver.close();
    },
  };
}

/**
 * The code comes over the network, which may fail like any request.
 * @throws AppError `unavailable`
 */
export async function loadDevice(): Promise<typeof openDeviceType> {
  try {
    return (await import('./device.ts')).openDevice;
  } catch {
    throw new AppError('unavailable');
  }
}
