/** The notes of a rising chord in hertz, and the seconds between them and of each. */
const notes = [523.25, 659.25, 783.99];
const step = 0.18;
const length = 0.5;
const loudness = 0.25;

/**
 * Plays a short chord through a loudspeaker.
 * @param speaker id of the device; null for the browser's own choice
 * @returns when the last note has faded
 * @throws DOMException when the browser may not play, or the device is gone
 */
export async function testSpeaker(speaker: string | null): Promise<void> {
  const context = new AudioContext();
  try {
    const output = context.createMediaStreamDestination();
    const element = new Audio();
    element.srcObject = output.stream;
    if (speaker !== null && 'setSinkId' in element) await element.setSinkId(speaker);
    await Promise.all([context.resume(), element.play()]);
    await playChord(context, output);
    element.srcObject = null;
  } finally {
    await context.close();
  }
}

function playChord(context: AudioContext, output: AudioNode): Promise<void> {
  const start = context.currentTime + 0.05;
  return new Promise((resolve) => {
    for (const [place, frequency] of notes.entries()) {
      const at = start + place * step;
      const note = new OscillatorNode(context, { type: 'sine', frequency });
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(loudness, at + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.001, at + length);
      note.connect(gain).connect(output);
      note.start(at);
      note.stop(at + length);
      if (place === notes.length - 1) note.addEventListener('ended', () => resolve());
    }
  });
}
