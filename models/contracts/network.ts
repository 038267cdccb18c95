import { z } from 'zod';
import { Id } from '../ids.ts';
import { inMeeting, staff } from './access.ts';
import { Done, Instant, listOf } from './common.ts';
import { action, notice } from './event.ts';
import { ConsumerInfo, IceServer, MediaId } from './media.ts';
import { route } from './route.ts';
import {
  DtlsParameters,
  MediaKind,
  RtpCapabilities,
  RtpParameters,
  TransportOptions,
} from './rtp.ts';

/**
 * The test of a line before joining: a stream goes to the media server and comes back, over one way at a time. It
 * needs no open meeting, so that a province can try days before.
 */

export const networkWays = ['udp', 'tcp', 'relay'] as const;
export const NetworkWay = z.enum(networkWays);
export type NetworkWay = z.infer<typeof NetworkWay>;

const probe = { meetingId: Id, probeId: Id };

export const openProbe = action({
  name: 'network:open',
  summary: 'Begin a test over one way; one test at a time, an earlier one of this connection ends',
  who: inMeeting,
  request: z.object({ meetingId: Id, way: NetworkWay }),
  response: z.object({
    probeId: Id,
    routerRtpCapabilities: RtpCapabilities,
    /** Empty when the server has no relay. */
    iceServers: z.array(IceServer).max(8),
    send: TransportOptions,
  }),
});
export const receiveProbe = action({
  name: 'network:receive',
  summary: 'Make the transport on which the stream comes back',
  who: inMeeting,
  request: z.object({ ...probe, rtpCapabilities: RtpCapabilities }),
  response: TransportOptions,
});
export const connectProbe = action({
  name: 'network:connect',
  summary: "Give a transport the browser's DTLS fingerprints",
  who: inMeeting,
  request: z.object({ ...probe, transportId: MediaId, dtlsParameters: DtlsParameters }),
  response: Done,
});
export const produceProbe = action({
  name: 'network:produce',
  summary: 'Send the test stream',
  who: inMeeting,
  request: z.object({ ...probe, kind: MediaKind, rtpParameters: RtpParameters }),
  response: z.object({ producerId: MediaId }),
});
export const consumeProbe = action({
  name: 'network:consume',
  summary: 'Get the test stream back; it flows at once',
  who: inMeeting,
  request: z.object(probe),
  response: ConsumerInfo,
});
export const closeProbe = action({
  name: 'network:close',
  summary: 'End the test',
  who: inMeeting,
  request: z.object(probe),
  response: Done,
});

export const WayReport = z.object({
  reachable: z.boolean(),
  /** Round trip in milliseconds. */
  rttMs: z.number().nonnegative().nullable(),
  /** Share of packets lost on the way there and back, 0 to 1. */
  loss: z.number().min(0).max(1).nullable(),
  /** What the line carried in each direction, kilobits per second. */
  upKbps: z.number().nonnegative().nullable(),
  downKbps: z.number().nonnegative().nullable(),
});
export type WayReport = z.infer<typeof WayReport>;
export const NetworkFindings = z.object({
  udp: WayReport,
  tcp: WayReport,
  /** Null when the server has no relay. */
  relay: WayReport.nullable(),
  /** Name and version of browser and system, as the browser says. */
  browser: z.string().max(300),
});
export type NetworkFindings = z.infer<typeof NetworkFindings>;
export const NetworkReport = z.object({
  id: Id,
  meetingId: Id,
  personId: Id,
  fullName: z.string(),
  at: Instant,
  findings: NetworkFindings,
});
export type NetworkReport = z.infer<typeof NetworkReport>;

export const sendNetworkReport = route({
  method: 'POST',
  path: '/api/meetings/:meetingId/network-reports',
  summary: 'Send the result of the test to the secretariat; the newest of a person counts',
  who: inMeeting,
  params: z.object({ meetingId: Id }),
  body: NetworkFindings,
  response: NetworkReport,
});
export const listNetworkReports = route({
  method: 'GET',
  path: '/api/meetings/:meetingId/network-reports',
  summary: 'The newest report of each person, the newest first',
  who: staff,
  params: z.object({ meetingId: Id }),
  response: listOf(NetworkReport),
});
/** To the staff. */
export const networkReported = notice({
  name: 'network:reported',
  summary: 'Someone sent a report of their line',
  data: z.object({ meetingId: Id, personId: Id }),
});
