import { useEffect, useState } from 'react';
import styles from './Clock.module.css';
import { formatTime } from './dates.ts';
import { cx } from './cx.ts';

/**
 * The time of the server in milliseconds, renewed at each full second.
 * @param offsetMs server time minus the time of this machine
 */
export function useNow(offsetMs = 0): number {
  const [now, setNow] = useState(() => Date.now() + offsetMs);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const time = Date.now() + offsetMs;
      setNow(time);
      timer = setTimeout(tick, 1000 - (time % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [offsetMs]);
  return now;
}

export interface ClockProps {
  /** Server time minus the time of this machine, in milliseconds. */
  offsetMs?: number;
  seconds?: boolean;
  size?: 'body' | 'title' | 'hero';
}

/** The time in Vietnam by the server's clock; its digits do not jump. */
export function Clock({ offsetMs = 0, seconds = false, size = 'body' }: ClockProps) {
  const now = useNow(offsetMs);
  return (
    <time className={cx(styles.clock, styles[size])} dateTime={new Date(now).toISOString()}>
      {formatTime(now, { seconds })}
    </time>
  );
}
