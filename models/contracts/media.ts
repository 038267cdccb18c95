import { z } from 'zod';
import { Id } from '../ids.ts';
import { inHall, runners } from './access.ts';
import { action, notice } from './event.ts';
import {
  DtlsParameters,
  IceParameters,
  Layers,
  MediaKind,
  RtpCapabilities,
  RtpParameters,
  TransportOptions,
} from './rtp.ts';

/**
 * The signalling of audio and video. A person's connection to the media of a meeting is a *peer*; what a
 * peer sends is a *producer*, what it receives of another is a *consumer*. The order is: join, make a
 * transport for each direction, connect it when the browser asks, produce; consume what is to be seen,
 * and let it flow once the browser is ready, so that the first key frame is not lost.
 */

/** Identifiers that the media node hands out. */
export const MediaId = z.string().min(1).max(64);
const inRoom = { meetingId: Id };
const Done = z.object({});

export const MediaSource = z.enum(['camera', 'microphone', 'screen', 'screen-audio']);
export type MediaSource = z.infer<typeof MediaSource>;

/** Which kind each source is; anything else is refused. */
export const kindOfSource = {
  camera: 'video',
  microphone: 'audio',
  screen: 'video',
  'screen-audio': 'audio',
} as const satisfies Record<MediaSource, MediaKind>;

/** A person, or the device of a room, which then has a name; screens only watch and are no one's peer. */
export const MediaPeer = z.object({
  peerId: MediaId,
  personId: Id.nullable(),
  roomName: z.string().nullable(),
});
export type MediaPeer = z.infer<typeof MediaPeer>;

export const ProducerInfo = z.object({
  producerId: MediaId,
  peerId: MediaId,
  kind: MediaKind,
  source: MediaSource,
  /** Nothing flows: the sender paused it, or it is locked. */
  paused: z.boolean(),
  /** Paused by force: the sender cannot resume it until it is unlocked. */
  locked: z.boolean(),
});
export type ProducerInfo = z.infer<typeof ProducerInfo>;

export const ConsumerInfo = z.object({
  consumerId: MediaId,
  producerId: MediaId,
  kind: MediaKind,
  rtpParameters: RtpParameters,
  /** Whether layers can be chosen. */
  type: z.enum(['simple', 'simulcast', 'svc']),
  producerPaused: z.boolean(),
});
export type ConsumerInfo = z.infer<typeof ConsumerInfo>;

export const IceServer = z.object({
  urls: z.array(z.string().max(512)).min(1).max(8),
  username: z.string().max(512).optional(),
  credential: z.string().max(512).optional(),
});

const lineReasons = ['loss', 'bandwidth', 'cpu'] as const;
export const LineQuality = z.object({
  level: z.enum(['good', 'fair', 'poor']),
  /** What holds it back; null when it is good, or for no one reason. */
  reason: z.enum(lineReasons).nullable(),
});
export type LineQuality = z.infer<typeof LineQuality>;

const LineOfPeer = z.object({ peerId: MediaId, quality: LineQuality });

const RoomState = z.object({
  /** The name of this connection in the room. */
  peerId: MediaId,
  /** Whether the stay that was asked for goes on: its transports and streams still stand. */
  resumed: z.boolean(),
  routerRtpCapabilities: RtpCapabilities,
  iceServers: z.array(IceServer).max(8),
  /** Everyone else in the room, and what they send. */
  peers: z.array(MediaPeer).max(2000),
  producers: z.array(ProducerInfo).max(8000),
  /** Lines that are not good. */
  qualities: z.array(LineOfPeer).max(2000),
  speakerPeerId: MediaId.nullable(),
});
export type RoomState = z.infer<typeof RoomState>;

export const mediaJoin = action({
  name: 'media:join',
  summary:
    'Enter the media room of a meeting, or go on after the line broke; an earlier connection of the same person is closed',
  who: inHall,
  request: z.object({
    ...inRoom,
    /** The own `peerId` before the line broke. It stays for a few seconds without a line. */
    resume: MediaId.optional(),
    /** As the device, in a browser that a person has signed in to as well. */
    asDevice: z.boolean().optional(),
  }),
  response: RoomState,
});

export const mediaLeave = action({
  name: 'media:leave',
  summary: 'Leave the media room',
  who: inHall,
  request: z.object(inRoom),
  response: Done,
});

export const mediaTransport = action({
  name: 'media:transport',
  summary: 'Make the transport for one direction; receiving needs what the device can decode',
  who: inHall,
  request: z.discriminatedUnion('direction', [
    z.object({ ...inRoom, direction: z.literal('send') }),
    z.object({ ...inRoom, direction: z.literal('recv'), rtpCapabilities: RtpCapabilities }),
  ]),
  response: TransportOptions,
});

export const mediaConnect = action({
  name: 'media:connect',
  summary: "Give a transport the browser's DTLS fingerprints",
  who: inHall,
  request: z.object({ ...inRoom, transportId: MediaId, dtlsParameters: DtlsParameters }),
  response: Done,
});

export const mediaRestartIce = action({
  name: 'media:restart-ice',
  summary: 'Get fresh ICE credentials for a transport whose path broke',
  who: inHall,
  request: z.object({ ...inRoom, transportId: MediaId }),
  response: z.object({ iceParameters: IceParameters }),
});

export const mediaProduce = action({
  name: 'media:produce',
  summary: 'Start sending; a second stream of the same source takes the place of the first',
  who: inHall,
  request: z
    .object({
      ...inRoom,
      transportId: MediaId,
      kind: MediaKind,
      source: MediaSource,
      rtpParameters: RtpParameters,
      paused: z.boolean(),
    })
    .refine((request) => kindOfSource[request.source] === request.kind, {
      message: 'the kind does not belong to the source',
      path: ['kind'],
    }),
  response: z.object({ producerId: MediaId, paused: z.boolean(), locked: z.boolean() }),
});

export const mediaPause = action({
  name: 'media:pause',
  summary: 'Pause or resume what one sends oneself; resuming is refused while it is locked',
  who: inHall,
  request: z.object({ ...inRoom, producerId: MediaId, paused: z.boolean() }),
  response: z.object({ paused: z.boolean(), locked: z.boolean() }),
});

export const mediaStop = action({
  name: 'media:stop',
  summary: 'Stop sending one stream',
  who: inHall,
  request: z.object({ ...inRoom, producerId: MediaId }),
  response: Done,
});

export const mediaConsume = action({
  name: 'media:consume',
  summary:
    'Prepare to receive streams, all paused until `media:receive` lets them flow; those that ended meanwhile are left out',
  who: inHall,
  request: z.object({ ...inRoom, producerIds: z.array(MediaId).min(1).max(64) }),
  response: z.object({ consumers: z.array(ConsumerInfo).max(64) }),
});

export const ConsumerChange = z.object({
  consumerId: MediaId,
  /** True while its tile cannot be seen. */
  paused: z.boolean().optional(),
  layers: Layers.optional(),
  /** 1 the least, 255 the first to get bandwidth. */
  priority: z.int().min(1).max(255).optional(),
  /** It is not looked at any more: end it. To see the stream again it is consumed anew. */
  closed: z.boolean().optional(),
});
export type ConsumerChange = z.infer<typeof ConsumerChange>;

export const mediaReceive = action({
  name: 'media:receive',
  summary: 'Fit what is received to what is shown: pause, layers, priority',
  who: inHall,
  request: z.object({ ...inRoom, changes: z.array(ConsumerChange).min(1).max(64) }),
  response: Done,
});

/** Only the browser can tell which protection a transport got, so it reports that once. */
export const mediaReport = action({
  name: 'media:report',
  summary: 'Report how a transport was connected',
  who: inHall,
  request: z.object({
    ...inRoom,
    transportId: MediaId,
    srtpProfile: z.string().regex(/^[\w-]{1,64}$/),
    protocol: z.enum(['udp', 'tcp', 'tls']),
  }),
  response: Done,
});

export const mediaQuality = action({
  name: 'media:quality',
  summary: 'Say how the own line is, whenever that changes',
  who: inHall,
  request: z.object({ ...inRoom, quality: LineQuality }),
  response: Done,
});

export const mediaMute = action({
  name: 'media:mute',
  summary:
    'Switch off the microphone of one person, or of all but the chair and who has the floor; each may switch it on again unless the floor forbids',
  who: runners,
  request: z.object({ ...inRoom, personId: Id.nullable() }),
  response: z.object({ muted: z.number().int() }),
});

export const mediaAskToUnmute = action({
  name: 'media:ask-unmute',
  summary: 'Ask someone to switch on the microphone; only they can',
  who: runners,
  request: z.object({ ...inRoom, personId: Id }),
  response: Done,
});

/** To the one who is asked. */
export const mediaUnmuteAsked = notice({
  name: 'media:unmute-asked',
  summary: 'The chair or the secretariat asks you to switch on your microphone',
  data: z.object({ ...inRoom, byName: z.string() }),
});

/** To the one who was muted. */
export const mediaMuted = notice({
  name: 'media:muted',
  summary: 'Your microphone was switched off by the chair or the secretariat',
  data: z.object({ ...inRoom, byName: z.string() }),
});

/** Gathered for a moment, so that a hall that comes in together is told in few words. */
export const mediaPeers = notice({
  name: 'media:peers',
  summary:
    'Who entered and who left the media room since the last word; what the latter sent has ended',
  data: z.object({
    ...inRoom,
    joined: z.array(MediaPeer).max(2000),
    left: z.array(MediaId).max(2000),
  }),
});

export const mediaQualities = notice({
  name: 'media:qualities',
  summary: 'Lines that became better or worse since the last word',
  data: z.object({
    ...inRoom,
    qualities: z.array(LineOfPeer).max(2000),
  }),
});

/** Gathered as well; a microphone that is switched on is told at once. */
export const mediaStreams = notice({
  name: 'media:streams',
  summary:
    'Streams that are new, or were paused, resumed, locked or unlocked, and streams that have ended, and with them everything that received them',
  data: z.object({
    ...inRoom,
    streams: z.array(ProducerInfo).max(8000),
    ended: z.array(z.object({ producerId: MediaId, peerId: MediaId })).max(8000),
  }),
});

export const mediaSpeaker = notice({
  name: 'media:speaker',
  summary: 'Who is speaking now; null when they left',
  data: z.object({ ...inRoom, peerId: MediaId.nullable() }),
});

export const mediaLevels = notice({
  name: 'media:levels',
  summary:
    'Who is heard, with the level in dBov (−127 to 0) at that moment; told when that changes, empty when all are silent',
  data: z.object({
    ...inRoom,
    levels: z.array(z.object({ peerId: MediaId, volume: z.number().min(-127).max(0) })).max(16),
  }),
});

export const mediaWanted = notice({
  name: 'media:wanted',
  summary: 'The highest layer of one of your streams that anyone receives; null when nobody does',
  data: z.object({
    ...inRoom,
    producerId: MediaId,
    spatialLayer: z.int().min(0).max(7).nullable(),
  }),
});

export const mediaLayers = notice({
  name: 'media:layers',
  summary: 'The layers that you now get of a stream; null when the line is too weak for any',
  data: z.object({ ...inRoom, consumerId: MediaId, layers: Layers.nullable() }),
});

export const mediaRoomLost = notice({
  name: 'media:room-lost',
  summary: 'The media room has to be built again: join once more',
  data: z.object(inRoom),
});

export const mediaReplaced = notice({
  name: 'media:replaced',
  summary: 'The same person joined from elsewhere; this connection is closed',
  data: z.object(inRoom),
});
