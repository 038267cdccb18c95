import { type LineQuality, type RoomState, mediaJoin } from '../../../models/contracts/media.ts';
import type { Id } from '../../../models/ids.ts';
import { AppError } from '../../../models/errors.ts';
import type { Connection } from '../connection.ts';
import type { openDevice as openDeviceType } from './device.ts';
import type { LocalMedia } from './local-media.ts';
import { type Sample, judge, sampleOf } from './quality.ts';
import { Receiver } from './receiver.ts';
import { Sender } from './sender.ts';
import { type Room, entriesOf, onThisLine } from './transport.ts';

interface LiveListener {
  onTracks(tracks: ReadonlyMap<string, MediaStreamTrack>): void;
  onWeak(producerIds: ReadonlySet<string>): void;
  onQuality(quality: LineQuality): void;
  onBroken(): void;
}

const sampleInterval = 3000;

/** One stay in a media room, from joining until something breaks it. */
export interface Live {
  room: RoomState;
  sender: Sender;
  receiver: Receiver;
  close(): void;
}

/** Joins and begins to send and to receive; the listener hears nothing after `close`. */
export async function joinRoom(
  connection: Connection,
  meetingId: Id,
  local: LocalMedia,
  listener: LiveListener,
): Promise<Live> {
  const loading = loadDevice();
  loading.catch(() => undefined);
  const room = await connection.request(mediaJoin, { meetingId }, onThisLine);
  const openDevice = await loading;
  const device = await openDevice(room.routerRtpCapabilities).catch(() => {
    // A browser without WebRTC.
    throw new AppError('media_rejected');
  });
  let closed = false;
  const unlessClosed = <A extends unknown[]>(hear: (...args: A) => void) => {
    return (...args: A) => {
      if (!closed) hear(...args);
    };
  };
  const { iceServers } = room;
  const onBroken = unlessClosed(listener.onBroken);
  const shared: Room = { connection, meetingId, device, iceServers, onBroken };
  const receiver = new Receiver(shared, {
    onTracks: unlessClosed(listener.onTracks),
    onWeak: unlessClosed(listener.onWeak),
  });
  const sender = new Sender(shared, local);
  const stopWatching = watchQuality(sender, receiver, unlessClosed(listener.onQuality));
  return {
    room,
    sender,
    receiver,
    close() {
      closed = true;
      stopWatching();
      sender.close();
      receiver.close();
    },
  };
}

/** The code comes over the network, which may fail like any request. */
async function loadDevice(): Promise<typeof openDeviceType> {
  try {
    return (await import('./device.ts')).openDevice;
  } catch {
    throw new AppError('unavailable');
  }
}

function watchQuality(
  sender: Sender,
  receiver: Receiver,
  tell: (quality: LineQuality) => void,
): () => void {
  let before: Sample | undefined;
  const look = async () => {
    const transports = await Promise.all([sender.transport, receiver.transport]);
    const entries = await Promise.all(
      transports.flatMap((transport) => (transport ? [entriesOf(transport)] : [])),
    );
    const now = sampleOf(entries.flat());
    if (before) tell(judge(before, now));
    before = now;
  };
  const timer = setInterval(() => void look().catch(() => undefined), sampleInterval);
  return () => clearInterval(timer);
}
