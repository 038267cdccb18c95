/** So long without any sound, milliseconds, is no pause in speech: the microphone is off by a switch, or broken. */
const longSilence = 8000;
const lookEvery = 500;
/** Even a quiet room behind noise suppression is louder than the last bits of 16; a microphone that is cut off is not. */
const faintest = 3 / 32_768;

/**
 * Listens to a microphone that is on.
 * @param tell hears when it has given no sound for long, and when it does again
 * @returns what ends the listening
 */
export function watchSilence(
  track: MediaStreamTrack,
  tell: (isSilent: boolean) => void,
): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let soundAt = Date.now();
  let wasSilent = false;
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    // Until the page was touched a browser may keep the context asleep, and then everything sounds silent.
    if (context.state !== 'running' || isHeard(samples)) soundAt = Date.now();
    const isSilent = Date.now() - soundAt >= longSilence;
    if (isSilent !== wasSilent) tell(isSilent);
    wasSilent = isSilent;
  }, lookEvery);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

/** Whether a stretch of samples, −1 to 1, holds any sound. */
const isHeard = (samples: Float32Array): boolean =>
  samples.some((sample) => Math.abs(sample) > faintest);
