/** Soft tones that need no file: two rising for a welcome, one for "look here". */
export interface Sound {
  welcome(): void;
  attention(): void;
  close(): void;
}

const rising = [659, 880];
const single = [523];
const toneSeconds = 0.16;
const loudness = 0.08;

/** @param isOn asked each time, so that switching off acts at once */
export function createSound(isOn: () => boolean): Sound {
  let context: AudioContext | null = null;
  const play = (tones: readonly number[]) => {
    if (!isOn() || typeof AudioContext === 'undefined') return;
    context ??= new AudioContext();
    for (const [index, frequency] of tones.entries())
      tone(context, frequency, context.currentTime + index * toneSeconds);
  };
  return {
    welcome: () => play(rising),
    attention: () => play(single),
    close: () => void context?.close(),
  };
}

/** Swells and fades, so that nothing clicks; the nodes let go of themselves at their end. */
function tone(context: AudioContext, frequency: number, at: number): void {
  const [source, volume] = [context.createOscillator(), context.createGain()];
  source.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(loudness, at + 0.03);
  volume.gain.linearRampToValueAtTime(0, at + toneSeconds);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + toneSeconds);
}
