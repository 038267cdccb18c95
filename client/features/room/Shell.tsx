import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import type { RoomProps } from './panels.ts';
import styles from './Room.module.css';
import { SidePanel } from './SidePanel.tsx';
import { useNarrow } from './bar/useNarrow.ts';
import type { OpenPanel } from './useOpenPanel.ts';

interface ShellProps extends Pick<RoomProps, 'panels' | 'head' | 'ballot' | 'floorBar' | 'alerts'> {
  meeting: Meeting;
  open: OpenPanel;
  /** At the end of the head: how the own line is. */
  line?: ReactNode;
  /** What the room shows in its middle while no vote takes it. */
  children: ReactNode;
  /** Over the buttons, where it covers nothing. */
  notices: ReactNode;
  bar: ReactNode;
}

/** The room around what it shows, the same for those online and those who sit in the hall. */
export function Shell(props: ShellProps) {
  const { meeting, open, panels, head, ballot, floorBar, alerts, line, children } = props;
  const { t } = useTranslation('room');
  const isNarrow = useNarrow();
  const watchBallot = useFilled((isFilled) => {
    // A vote must not stand behind a sheet.
    if (isFilled && isNarrow) open.show(null);
  });
  return (
    <div className={styles.room}>
      <header className={styles.head}>
        <div className={styles.headTitle}>
          <h1>{meeting.title}</h1>
          <CurrentItem meeting={meeting} />
        </div>
        <div className={styles.headFacts}>
          {head}
          {line}
        </div>
      </header>
      <div className={styles.strips}>
        {alerts}
        {floorBar}
      </div>
      <main className={styles.stage}>
        <div ref={watchBallot} className={styles.ballot}>
          {ballot}
        </div>
        {children}
      </main>
      <SidePanel panels={panels} open={open.key} onClose={() => open.show(null)} />
      <footer className={styles.controls} aria-label={t('controls')}>
        {props.notices}
        {props.bar}
      </footer>
    </div>
  );
}

function CurrentItem({ meeting: { agenda, currentAgendaItemId } }: { meeting: Meeting }) {
  const { t } = useTranslation('room');
  const at = agenda.findIndex(({ id }) => id === currentAgendaItemId);
  const item = agenda[at];
  if (item === undefined) return null;
  return (
    <p className={styles.item}>
      {t('item', { number: at + 1, total: agenda.length })} · {item.title}
    </p>
  );
}

/** Tells when another capability puts something into its place; what it is stays its own affair. */
function useFilled(tell: (isFilled: boolean) => void) {
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  return useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new MutationObserver(() => latest.current(element.childElementCount > 0));
    observer.observe(element, { childList: true });
    return () => observer.disconnect();
  }, []);
}
