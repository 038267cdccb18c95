import type { MediaSource, ProducerInfo } from '../../models/contracts/media.ts';
import type { JoinedRoom, MediaNode, MediaNodeEvents, PeerRef } from '../media-node.ts';
import { opusParameters, RtpSink, RtpSource, vp8Parameters } from './rtp.ts';

let lastSsrc = 1000;

/** A peer of a test that sends and receives plain RTP through the public interface of a node. */
export class PlainPeer {
  readonly ref: PeerRef;
  readonly joined: JoinedRoom;
  readonly sink: RtpSink;
  readonly #node: MediaNode;
  readonly #source: RtpSource;
  readonly #sendId: string;

  static async join(node: MediaNode, roomId: string, peerId: string): Promise<PlainPeer> {
    const ref = { roomId, peerId };
    const joined = await node.join(ref);
    const { rtpCapabilities } = joined;
    const send = await node.createPlainTransport(ref, { direction: 'send' });
    const recv = await node.createPlainTransport(ref, { direction: 'recv', rtpCapabilities });
    const sink = await RtpSink.open();
    await node.connectPlainTransport(ref, recv.transportId, { ip: '127.0.0.1', port: sink.port });
    return new PlainPeer(node, ref, joined, sink, send);
  }

  private constructor(
    node: MediaNode,
    ref: PeerRef,
    joined: JoinedRoom,
    sink: RtpSink,
    send: { transportId: string; ip: string; port: number },
  ) {
    this.#node = node;
    this.ref = ref;
    this.joined = joined;
    this.sink = sink;
    this.#sendId = send.transportId;
    this.#source = new RtpSource(send);
  }

  async speak(source: MediaSource = 'microphone', locked = false): Promise<ProducerInfo> {
    lastSsrc += 1;
    const producer = await this.#node.produce(this.ref, {
      transportId: this.#sendId,
      kind: 'audio',
      source,
      rtpParameters: opusParameters(lastSsrc),
      paused: false,
      locked,
    });
    this.#source.sendOpus(lastSsrc);
    return producer;
  }

  /** One simulcast layer for each payload size in bytes, the lowest first. */
  async film(sizes: number[]): Promise<ProducerInfo> {
    const layers = sizes.map((size) => ({ size, ssrc: (lastSsrc += 1) }));
    const producer = await this.#node.produce(this.ref, {
      transportId: this.#sendId,
      kind: 'video',
      source: 'camera',
      rtpParameters: vp8Parameters(layers.map(({ ssrc }) => ssrc)),
      paused: false,
    });
    for (const { ssrc, size } of layers) this.#source.sendVp8(ssrc, size);
    return producer;
  }

  close(): void {
    this.#source.close();
    this.sink.close();
  }
}

/** The next event of a node that fits. */
export function nextEvent<E extends keyof MediaNodeEvents>(
  node: MediaNode,
  event: E,
  fits: (data: MediaNodeEvents[E]) => boolean = () => true,
): Promise<MediaNodeEvents[E]> {
  return new Promise((resolve) => {
    const listen = (data: MediaNodeEvents[E]): void => {
      if (!fits(data)) return;
      node.off(event, listen);
      resolve(data);
    };
    node.on(event, listen);
  });
}
