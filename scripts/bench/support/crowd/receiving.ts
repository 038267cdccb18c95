import { PeerConnection, RtcpReceivingSession, type Track } from 'node-datachannel';
import type { z } from 'zod';
import {
  type ConsumerInfo,
  type ProducerInfo,
  type RoomState,
  mediaConnect,
  mediaConsume,
  mediaReceive,
  mediaTransport,
} from '../../../../models/contracts/media.ts';
import { DtlsParameters, RtpCapabilities } from '../../../../models/contracts/rtp.ts';
import type { Id } from '../../../../models/ids.ts';
import type { Line } from './line.ts';
import { fingerprintIn, offerOf } from './offer.ts';

/** A place in a meeting's media. */
export interface Place {
  line: Line;
  meetingId: Id;
}

/** What one receives. */
export interface Reception {
  /** When the first packet of media came, by `performance.now()`; rejects when none comes in time. */
  firstPacket: Promise<number>;
  /** The longest time without a new picture of any camera so far, once that had begun; milliseconds. */
  longestStill(): number;
  close(): void;
}

/** Milliseconds that media may take to come. */
const patience = 30_000;

/**
 * Opus and VP8 without the extensions that only who decodes needs: libdatachannel sends receiver reports, and neither asks for
 * packets again nor measures the line.
 */
function capabilitiesOf({ routerRtpCapabilities }: RoomState): RtpCapabilities {
  const codecs = RtpCapabilities.parse(routerRtpCapabilities).codecs ?? [];
  return {
    codecs: codecs
      .filter(({ mimeType }) => /^(audio\/opus|video\/vp8)$/i.test(mimeType))
      .map((codec) => ({ ...codec, rtcpFeedback: [{ type: 'nack', parameter: 'pli' }] })),
  };
}

/**
 * Takes streams as a page does: a transport, consume, connect, then let them flow. ICE, DTLS and SRTP are libdatachannel's;
 * packets are counted and not decoded, so that hundreds fit beside the server that is measured.
 */
export async function receive(
  { line, meetingId }: Place,
  room: RoomState,
  streams: readonly ProducerInfo[],
): Promise<Reception> {
  const rtpCapabilities = capabilitiesOf(room);
  const request = { meetingId, direction: 'recv' as const, rtpCapabilities };
  const options = await line.act(mediaTransport, request);
  const producerIds = streams.map(({ producerId }) => producerId);
  const { consumers } = await line.act(mediaConsume, { meetingId, producerIds });
  const way = new PeerConnection('participant', { iceServers: [] });
  const counted = count(way, consumers);
  const dtlsParameters = await answerTo(way, offerOf(options, consumers));
  await line.act(mediaConnect, { meetingId, transportId: options.id, dtlsParameters });
  const changes = consumers.map(({ consumerId }) => ({ consumerId, paused: false }));
  await line.act(mediaReceive, { meetingId, changes });
  return { ...counted, close: () => way.close() };
}

/** @returns what the server wants to know of the answer */
function answerTo(way: PeerConnection, offer: string): Promise<z.infer<typeof DtlsParameters>> {
  return new Promise((resolve) => {
    way.onLocalDescription((sdp) =>
      resolve({ role: 'client', fingerprints: [fingerprintIn(sdp)] }),
    );
    way.setRemoteDescription(offer, 'offer');
  });
}

function count(way: PeerConnection, consumers: readonly ConsumerInfo[]): Omit<Reception, 'close'> {
  const cameras: (() => number)[] = [];
  // A track that nobody holds is collected.
  const tracks: Track[] = [];
  const firstPacket = new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no media came')), patience);
    way.onTrack((track) => {
      tracks.push(track);
      track.setMediaHandler(new RtcpReceivingSession());
      const isPicture = consumers[Number(track.mid())]?.kind === 'video';
      const seen = isPicture ? watch() : null;
      if (seen) cameras.push(seen.longest);
      track.onMessage((packet) => {
        if (timer.hasRef()) resolve(performance.now());
        clearTimeout(timer);
        seen?.look(packet);
      });
    });
  });
  return {
    firstPacket,
    longestStill: () => Math.max(0, ...cameras.map((longest) => longest())),
  };
}

/** Finds the longest time between two pictures, and since the last; milliseconds. */
function watch(): { look(packet: Buffer): void; longest(): number } {
  let picture: number | undefined;
  let last: number | undefined;
  let longest = 0;
  const still = () => Math.max(longest, last === undefined ? 0 : performance.now() - last);
  return {
    look(packet) {
      // RFC 3550, 5.1: packets of one picture share their timestamp.
      const timestamp = packet.length < 12 ? picture : packet.readUInt32BE(4);
      if (timestamp === picture) return;
      picture = timestamp;
      longest = still();
      last = performance.now();
    },
    longest: still,
  };
}
