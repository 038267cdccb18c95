import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Clock, useNow } from '../../../primitives/Clock.tsx';
import { useClockOffset } from '../../../realtime/server-clock.ts';
import styles from './ScreenSaver.module.css';

/** Places to be at, one a minute, so that nothing burns into the screen. */
const places = 9;

/** A dim clock on black while nobody is there; a face, a touch or a key wakes the door. */
export function ScreenSaver({ onWake }: { onWake: () => void }) {
  const { t } = useTranslation('kiosk');
  const offset = useClockOffset();
  const place = Math.floor(useNow(offset) / 60_000) % places;
  useEffect(() => {
    window.addEventListener('keydown', onWake);
    window.addEventListener('pointerdown', onWake);
    return () => {
      window.removeEventListener('keydown', onWake);
      window.removeEventListener('pointerdown', onWake);
    };
  }, [onWake]);
  return (
    <div className={styles.saver} data-place={place}>
      <div className={styles.words}>
        <Clock offsetMs={offset} size="hero" />
        <p>{t('comeNearer')}</p>
      </div>
    </div>
  );
}
