import Ellipsis from 'lucide-react/icons/ellipsis';
import LayoutDashboard from 'lucide-react/icons/layout-dashboard';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalFact } from '../../../realtime/media/hooks.ts';
import type { MediaSession } from '../../../realtime/media/media-state.ts';
import type { Panel } from '../panels.ts';
import type { Pip } from '../stage/pip.ts';
import type { View } from '../stage/useView.ts';
import type { OpenPanel } from '../useOpenPanel.ts';
import styles from './Bar.module.css';
import { BarMenu } from './BarMenu.tsx';
import { CameraButton, MicrophoneButton, ScreenButton } from './DeviceButtons.tsx';
import { Leave } from './Leave.tsx';
import { MoreSheet } from './MoreSheet.tsx';
import { PanelButtons } from './PanelButtons.tsx';
import { useDisplayMenu, useMoreMenu } from './useMenus.ts';
import { useNarrow } from './useNarrow.ts';

interface OnlineBarProps {
  session: MediaSession;
  panels: readonly Panel[];
  open: OpenPanel;
  view: View;
  pip: Pip;
  ask: Ref<HTMLDivElement>;
  askForFloor: ReactNode;
  hasFloor: boolean;
  onDevices: () => void;
  onKeys: () => void;
  onCompanion: () => void;
  onLeave: () => void;
}

/** The buttons of someone who takes part online: what is one's own at the left, what one looks at at the right. */
export function OnlineBar(props: OnlineBarProps) {
  const { session, panels, open, view, pip, ask, askForFloor, hasFloor, onLeave } = props;
  const { t } = useTranslation('room');
  const isNarrow = useNarrow();
  const isSharing = useLocalFact(session.local, ({ on }) => on.screen);
  const display = useDisplayMenu(view, pip);
  const more = useMoreMenu(session, props);
  const leave = (
    <Leave during={isSharing ? 'sharing' : hasFloor ? 'speaking' : null} onLeave={onLeave} />
  );
  const own = (
    <div className={styles.group}>
      <MicrophoneButton session={session} />
      <CameraButton local={session.local} />
      {!isNarrow && <ScreenButton local={session.local} />}
      <div ref={ask} className={styles.ask}>
        {askForFloor}
      </div>
    </div>
  );
  if (isNarrow)
    return (
      <div className={styles.bar}>
        {own}
        <div className={styles.group}>
          <MoreSheet panels={panels} onPanel={open.show} groups={[...display, ...more]} />
          {leave}
        </div>
      </div>
    );
  return (
    <div className={styles.bar}>
      {own}
      <div className={styles.group}>
        <PanelButtons panels={panels} open={open} />
        <BarMenu icon={LayoutDashboard} label={t('display')} groups={display} />
        <BarMenu icon={Ellipsis} label={t('more')} groups={more} />
        {leave}
      </div>
    </div>
  );
}
