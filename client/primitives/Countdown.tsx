import Pause from 'lucide-react/icons/pause';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useTranslation } from 'react-i18next';
import { useNow } from './Clock.tsx';
import styles from './Countdown.module.css';
import { Icon } from './Icon.tsx';
import { cx } from './cx.ts';
import { type Timing, type TimingNow, clockText, secondsLeft, timingAt } from './timing.ts';

export interface CountdownProps extends Timing {
  /** Whose time it is; read aloud. */
  label: string;
  /** Server time minus the time of this machine, in milliseconds. */
  offsetMs: number;
  /** `line` stands in a line of text, `stage` fills its place and takes the size of the text around it. */
  look?: 'line' | 'stage';
  /** Says once that the end is near, and once that the time is over. */
  announces?: boolean;
}

/** Time that runs, with a visible end: a bar that fills, and words when it is over. */
export function Countdown(props: CountdownProps) {
  const { label, offsetMs, look = 'line', announces = false } = props;
  const { t } = useTranslation();
  const now = timingAt(props, useNow(offsetMs));
  const said = { free: '', running: '', ending: t('timeEnding'), over: t('timeIsUp') };
  return (
    <span className={cx(styles.countdown, styles[look], styles[now.phase])}>
      <span role="timer" aria-label={label} className={styles.words}>
        {props.since === null && <Icon of={Pause} size="1em" />}
        {now.phase === 'over' && <Icon of={TriangleAlert} size="1em" />}
        <TimingWords now={now} allottedSeconds={props.allottedSeconds} />
        {props.since === null && <span className="nt-hidden">, {t('timeStands')}</span>}
      </span>
      {now.share !== null && (
        <span className={styles.track}>
          <span className={styles.fill} style={{ transform: `scaleX(${now.share})` }} />
        </span>
      )}
      {announces && (
        <span role="status" className="nt-hidden">
          {props.since !== null && said[now.phase]}
        </span>
      )}
    </span>
  );
}

interface TimingWordsProps {
  now: TimingNow;
  allottedSeconds: number | null;
}

function TimingWords({ now: { leftMs, spentMs }, allottedSeconds }: TimingWordsProps) {
  const { t } = useTranslation();
  if (leftMs === null || allottedSeconds === null)
    return <span>{t('timeSpent', { time: clockText(spentMs / 1000) })}</span>;
  if (leftMs <= 0) return <span>{t('timeOver', { time: clockText(-leftMs / 1000) })}</span>;
  return (
    <span>
      {t('timeLeft', { time: clockText(secondsLeft(leftMs)) })}
      <span className={styles.whole}> / {clockText(allottedSeconds)}</span>
    </span>
  );
}
