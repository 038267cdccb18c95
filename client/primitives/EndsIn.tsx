import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useTranslation } from 'react-i18next';
import { useNow } from './Clock.tsx';
import styles from './Countdown.module.css';
import { Icon } from './Icon.tsx';
import { cx } from './cx.ts';
import { clockText, endAt, secondsLeft } from './timing.ts';

export interface EndsInProps {
  /** When it closes by itself, by the server's clock. */
  endsAt: string;
  /** Server time minus the time of this machine, in milliseconds. */
  offsetMs: number;
  /** What ends; read aloud. */
  label: string;
}

/** The time until something closes by itself; calm until the last half minute, which is said once. */
export function EndsIn({ endsAt, offsetMs, label }: EndsInProps) {
  const { t } = useTranslation();
  const { leftMs, phase } = endAt(endsAt, useNow(offsetMs));
  return (
    <span className={cx(styles.countdown, styles[phase])}>
      <span role="timer" aria-label={label} className={styles.words}>
        {phase !== 'running' && <Icon of={TriangleAlert} size="1em" />}
        <span>
          {phase === 'over'
            ? t('timeIsUp')
            : t('timeLeft', { time: clockText(secondsLeft(leftMs)) })}
        </span>
      </span>
      <span role="status" className="nt-hidden">
        {phase === 'ending' && t('timeEnding')}
        {phase === 'over' && t('timeIsUp')}
      </span>
    </span>
  );
}
