import { randomBytes } from 'node:crypto';
import { observer } from 'mediasoup';
import type { types } from 'mediasoup';
import { createMediaNode } from '../../../../sfu/in-process-node.ts';
import type { RtpCapabilities } from '../../../../models/contracts/rtp.ts';
import type { MediaNode, PeerRef } from '../../../../sfu/media-node.ts';
import { vp8Parameters } from '../../../../sfu/testing/rtp.ts';
import { type Fanout, senderSsrc } from './fanout.ts';

/** Bytes of master key and salt (RFC 3711, RFC 7714). */
const keyBytes = { AES_CM_128_HMAC_SHA1_80: 30, AEAD_AES_256_GCM: 44 } as const;
type Profile = keyof typeof keyBytes;

interface Receiving {
  srtpProfile: Profile;
  /** As browsers: the worker keeps packets for retransmission and estimates what each line carries. */
  feedback: boolean;
}

/**
 * A room of the product's media node, on a worker of its own: what one room holds must not slow another down. The sender
 * goes through the node as every peer does. The node's own ways to a receiver are WebRTC, which needs a browser, and plain
 * RTP; so the receivers are put into its router by hand, with SRTP keys in place of a DTLS handshake.
 */
export async function openOurRoom(
  ports: number[],
  { srtpProfile, feedback }: Receiving,
): Promise<Fanout> {
  const routers: types.Router[] = [];
  observer.once('newworker', (worker) =>
    worker.observer.on('newrouter', (router) => routers.push(router)),
  );
  const listen = [{ ip: '127.0.0.1' }];
  const node = await createMediaNode({ workers: 1, firstPort: 0, listen });
  const sender = { roomId: 'room', peerId: 'sender' };
  const joined = await node.join(sender);
  const rtpCapabilities = feedback ? joined.rtpCapabilities : silent(joined.rtpCapabilities);
  const [router] = routers;
  const [load] = (await node.load()).workers;
  if (!router || !load) throw new Error('the media node did not open a room');
  const { port, producerId } = await produce(node, sender);
  const ssrcs: number[] = [];
  for (const to of ports) {
    const transport = await srtpTransport(router, to, srtpProfile);
    ssrcs.push(await consume(transport, producerId, rtpCapabilities));
  }
  return { pid: load.pid, port, srtpProfile, ssrcs, close: () => node.close() };
}

async function produce(
  node: MediaNode,
  sender: PeerRef,
): Promise<{ port: number; producerId: string }> {
  const { transportId, port } = await node.createPlainTransport(sender, { direction: 'send' });
  const { producerId } = await node.produce(sender, {
    transportId,
    kind: 'video',
    source: 'camera',
    rtpParameters: vp8Parameters([senderSsrc]),
    paused: false,
  });
  return { port, producerId };
}

/** A receiver that never answers, as an RTP forwarder of Janus takes for granted. */
function silent({ codecs }: RtpCapabilities): RtpCapabilities {
  return { codecs: codecs?.map((codec) => ({ ...codec, rtcpFeedback: [] })), headerExtensions: [] };
}

async function srtpTransport(
  router: types.Router,
  port: number,
  cryptoSuite: Profile,
): Promise<types.PlainTransport> {
  const transport = await router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
    rtcpMux: true,
    enableSrtp: true,
    srtpCryptoSuite: cryptoSuite,
  });
  const keyBase64 = randomBytes(keyBytes[cryptoSuite]).toString('base64');
  await transport.connect({ ip: '127.0.0.1', port, srtpParameters: { cryptoSuite, keyBase64 } });
  return transport;
}

/** As `Peer` in sfu/ does it. @returns the SSRC that comes out */
async function consume(
  transport: types.PlainTransport,
  producerId: string,
  rtpCapabilities: RtpCapabilities,
): Promise<number> {
  const consumer = await transport.consume({ producerId, rtpCapabilities, paused: true });
  await consumer.resume();
  return consumer.rtpParameters.encodings?.[0]?.ssrc ?? 0;
}
