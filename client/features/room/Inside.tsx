import LogOut from 'lucide-react/icons/log-out';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkInOnline } from '../../../models/contracts/attendance.ts';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { Button } from '../../primitives/Button.tsx';
import { errorCodeOf, errorTitle } from '../../primitives/problems.ts';
import { showToast } from '../../primitives/toasts.ts';
import { useLocalFact, useMediaFact, useMediaSession } from '../../realtime/media/hooks.ts';
import type { LocalMedia } from '../../realtime/media/local-media.ts';
import { useConnection } from '../../realtime/provider.tsx';
import { CaptureNotices } from './CaptureNotices.tsx';
import { CameraButton, MicrophoneButton, ScreenButton } from './DeviceButtons.tsx';
import { LineBadge } from './LineBadge.tsx';
import { PhaseCurtain } from './PhaseCurtain.tsx';
import type { RoomProps } from './Room.tsx';
import styles from './Room.module.css';
import { SidePanel } from './SidePanel.tsx';
import { Sounds } from './Sounds.tsx';
import { Tiles } from './Tiles.tsx';

interface InsideProps extends RoomProps {
  meeting: Meeting;
  local: LocalMedia;
  onLeave: () => void;
}

/** Among the others. A vote that opens takes the centre, and the pictures shrink. */
export function Inside(props: InsideProps) {
  const { meeting, local, panels, rollSummary, ballot, onLeave } = props;
  const { t } = useTranslation('room');
  const session = useMediaSession(meeting.id, local);
  const phase = useMediaFact(session, (state) => state.phase);
  const speaker = useLocalFact(local, ({ chosen }) => chosen.speaker);
  const [panel, setPanel] = useState<string | null>(null);
  useCheckIn(meeting, phase === 'joined');
  return (
    <div className={styles.room}>
      <header className={styles.head}>
        <div className={styles.headTitle}>
          <h1>{meeting.title}</h1>
          <CurrentItem meeting={meeting} />
        </div>
        <div className={styles.headFacts}>{rollSummary}</div>
        <LineBadge session={session} />
      </header>
      <main className={styles.stage}>
        <div className={styles.ballot}>{ballot}</div>
        <Tiles session={session} local={local} participants={meeting.participants} />
        <PhaseCurtain session={session} onLeave={onLeave} />
      </main>
      <SidePanel panels={panels} open={panel} onClose={() => setPanel(null)} />
      <footer className={styles.controls} aria-label={t('controls')}>
        <CaptureNotices local={local} />
        <div className={styles.buttons}>
          <MicrophoneButton local={local} />
          <CameraButton local={local} />
          <ScreenButton local={local} />
          <span className={styles.gap} />
          {panels.map(({ key, label, icon }) => (
            <Button
              key={key}
              kind={panel === key ? 'secondary' : 'quiet'}
              icon={icon}
              onPress={() => setPanel(panel === key ? null : key)}
            >
              {label}
            </Button>
          ))}
          <Button kind="danger" icon={LogOut} onPress={onLeave}>
            {t('leave')}
          </Button>
        </div>
      </footer>
      <Sounds session={session} speaker={speaker} />
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

/** Joining is what marks a participant present online; staff who only run the meeting are on no roll. */
function useCheckIn({ id: meetingId, myRole }: Meeting, isJoined: boolean) {
  const { request } = useConnection();
  const takesPart = myRole !== null;
  useEffect(() => {
    if (!isJoined || !takesPart) return;
    request(checkInOnline, { meetingId }).catch((error: unknown) => {
      const code = errorCodeOf(error);
      showToast(errorTitle(code), { tone: 'error', detail: code });
    });
  }, [isJoined, takesPart, meetingId, request]);
}
