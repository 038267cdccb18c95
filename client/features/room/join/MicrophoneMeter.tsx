import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Meter } from '../../../primitives/Meter.tsx';
import { useLocalFact } from '../../../realtime/media/hooks.ts';
import type { LocalMedia } from '../../../realtime/media/local-media.ts';
import styles from './PreJoin.module.css';

const readEveryMs = 100;

/** Shows that the microphone hears something, before anyone else has to say so. */
export function MicrophoneMeter({ local }: { local: LocalMedia }) {
  const { t } = useTranslation('room');
  const track = useLocalFact(local, ({ tracks }) => tracks.microphone);
  const level = useLevelOf(track);
  if (track === null) return null;
  return (
    <div className={styles.meter}>
      <span aria-hidden>{t('microphoneLevel')}</span>
      <Meter label={t('microphoneLevel')} value={level} />
    </div>
  );
}

/** The level of a track, 0 to 1. */
function useLevelOf(track: MediaStreamTrack | null): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (track === null) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      setLevel(levelOf(samples));
    }, readEveryMs);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [track]);
  return level;
}

/** From -60 dB, which is a quiet room, to full scale. */
function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power + 1e-9);
  return Math.max(0, Math.min(1, (decibels + 60) / 60));
}
