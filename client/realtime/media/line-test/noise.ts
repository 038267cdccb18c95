const size = { width: 320, height: 180 };
const enlarged = 2;
const rate = 30;

/**
 * A picture that no encoder can make small, so that it takes all the bandwidth it is given.
 * @returns its track, and what ends it
 */
export function noisePicture(): { track: MediaStreamTrack; stop(): void } {
  const { width, height } = size;
  const noise = new OffscreenCanvas(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = width * enlarged;
  canvas.height = height * enlarged;
  const from = noise.getContext('2d');
  const to = canvas.getContext('2d');
  const [track] = canvas.captureStream(rate).getVideoTracks();
  if (!from || !to || !track) throw new DOMException('no canvas', 'NotSupportedError');
  const image = from.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  to.imageSmoothingEnabled = false;
  const timer = setInterval(() => {
    for (let at = 0; at < pixels.length; at += 1)
      pixels[at] = 0xff00_0000 | (Math.random() * 0x0100_0000);
    from.putImageData(image, 0, 0);
    to.drawImage(noise, 0, 0, canvas.width, canvas.height);
  }, 1000 / rate);
  return {
    track,
    stop() {
      clearInterval(timer);
      track.stop();
    },
  };
}
