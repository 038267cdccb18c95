import type { types } from 'mediasoup';

/** What is recorded as it comes. */
const recorded = new Set(['audio/opus', 'video/vp8']);

/** Receives streams of one router inside this process. */
export class Tap {
  readonly #router: types.Router;
  #transport: Promise<types.DirectTransport> | undefined;

  constructor(router: types.Router) {
    this.#router = router;
  }

  /** @returns a paused consumer; undefined when the stream has ended or is in another codec */
  async consume(producerId: string): Promise<types.Consumer | undefined> {
    const rtpCapabilities = capabilitiesOf(this.#router.rtpCapabilities);
    if (!this.#router.canConsume({ producerId, rtpCapabilities })) return undefined;
    this.#transport ??= this.#router.createDirectTransport();
    const transport = await this.#transport;
    return transport.consume({ producerId, rtpCapabilities, paused: true });
  }
}

/** Without anything that serves a lossy line: there is none. */
function capabilitiesOf({ codecs = [] }: types.RtpCapabilities): types.RtpCapabilities {
  return {
    codecs: codecs
      .filter(({ mimeType }) => recorded.has(mimeType.toLowerCase()))
      .map((codec) => ({ ...codec, rtcpFeedback: [{ type: 'nack', parameter: 'pli' }] })),
    headerExtensions: [],
  };
}
