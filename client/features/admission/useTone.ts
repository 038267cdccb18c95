import { useEffect, useRef, useState } from 'react';

const storageKey = 'nghi-truong.door-tone';

/** A tone whenever more people wait than before. Off until the person switches it on, which this browser remembers. */
export function useTone(waiting: number): { isOn: boolean; toggle: () => void } {
  const [isOn, setOn] = useState(remembered);
  const before = useRef(waiting);
  useEffect(() => {
    if (isOn && waiting > before.current) play();
    before.current = waiting;
  }, [isOn, waiting]);
  const toggle = () => {
    setOn(!isOn);
    remember(!isOn);
    // So that one hears what it will sound like; a browser also wants a press before the first sound.
    if (!isOn) play();
  };
  return { isOn, toggle };
}

/** Two soft notes, half a second. */
function play() {
  const context = new AudioContext();
  const volume = context.createGain();
  volume.gain.value = 0.06;
  volume.connect(context.destination);
  for (const [note, frequency] of [660, 880].entries()) {
    const tone = context.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start(context.currentTime + note * 0.25);
    tone.stop(context.currentTime + note * 0.25 + 0.2);
    if (note === 1) tone.addEventListener('ended', () => void context.close());
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'on';
  } catch {
    return false;
  }
}

function remember(isOn: boolean) {
  try {
    localStorage.setItem(storageKey, isOn ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing still sounds until the page is closed.
  }
}
