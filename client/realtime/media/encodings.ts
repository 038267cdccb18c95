import type { types } from 'mediasoup-client';

/**
 * Sends the layers up to the given one, none for null. It is kept by the sender of the browser and so also holds for
 * the next track.
 */
export async function encodeUpTo(producer: types.Producer, layer: number | null): Promise<void> {
  const { closed, rtpSender } = producer;
  if (closed || !rtpSender) return;
  const parameters = rtpSender.getParameters();
  const before = parameters.encodings.map(({ active }) => active);
  // One encoding carries all its layers.
  const isOnly = parameters.encodings.length === 1;
  for (const [place, encoding] of parameters.encodings.entries())
    encoding.active = layer !== null && (isOnly || place <= layer);
  const isSame = parameters.encodings.every(({ active }, place) => active === before[place]);
  if (!isSame) await rtpSender.setParameters(parameters);
}
