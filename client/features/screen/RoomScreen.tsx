import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../models/contracts/identity.ts';
import type { MeetingSummary } from '../../../models/contracts/meetings.ts';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { Clock, useNow } from '../../primitives/Clock.tsx';
import { PageTitle } from '../../primitives/PageHeader.tsx';
import { QuorumBar } from '../../primitives/QuorumBar.tsx';
import { formatTime } from '../../primitives/dates.ts';
import { useWakeLock } from '../../primitives/useWakeLock.ts';
import { useConnectionState } from '../../realtime/provider.tsx';
import { useClockOffset } from '../../realtime/server-clock.ts';
import { ItemStage } from './ItemStage.tsx';
import { PollStage } from './PollStage.tsx';
import { RollStage } from './RollStage.tsx';
import styles from './Screen.module.css';
import { stageOf } from './stage.ts';
import { useMeetingNow, useRoomMeeting } from './useRoomMeeting.ts';

export interface RoomScreenProps {
  device: Device;
  /** How a result is shown on a wall. */
  verdict: (poll: MyPoll) => ReactNode;
}

/** The big screen of a room: follows its meeting by itself and shows what matters now, alone. */
export function RoomScreen({ device, verdict }: RoomScreenProps) {
  const { t } = useTranslation('screen');
  const meeting = useRoomMeeting();
  useWakeLock();
  return (
    <main className={styles.screen} data-theme="dark">
      <PageTitle>{t('title')}</PageTitle>
      <Head title={meeting?.title ?? device.roomName ?? ''} />
      {meeting ? (
        <Live key={meeting.id} summary={meeting} verdict={verdict} />
      ) : (
        meeting === null && <Idle device={device} />
      )}
      <OfflineLine />
    </main>
  );
}

function Head({ title }: { title: string }) {
  const offset = useClockOffset();
  return (
    <header className={styles.head}>
      <p className={styles.name}>{title}</p>
      <Clock offsetMs={offset} />
    </header>
  );
}

function Idle({ device }: { device: Device }) {
  const { t } = useTranslation('screen');
  const hasRoom = device.roomId !== null;
  return (
    <div className={styles.stage}>
      <h1 className={styles.large}>{t(hasRoom ? 'idle' : 'noRoom')}</h1>
      <p className={styles.soft}>
        {hasRoom ? t('idleText') : t('noRoomText', { name: device.name })}
      </p>
    </div>
  );
}

interface LiveProps {
  summary: Pick<MeetingSummary, 'id'>;
  verdict: RoomScreenProps['verdict'];
}

function Live({ summary, verdict }: LiveProps) {
  const { t } = useTranslation('screen');
  const { meeting, roll, polls } = useMeetingNow(summary.id);
  const now = useNow(useClockOffset());
  if (meeting === undefined) return null;
  const stage = stageOf(meeting, polls, now);
  return (
    <>
      <div className={styles.stage} key={stage.kind}>
        {stage.kind === 'poll' && <PollStage poll={stage.poll} />}
        {stage.kind === 'verdict' && verdict(stage.poll)}
        {stage.kind === 'item' && <ItemStage agenda={meeting.agenda} number={stage.number} />}
        {stage.kind === 'roll' && <RollStage meeting={meeting} roll={roll} />}
      </div>
      {stage.kind !== 'verdict' && roll && (
        <footer className={styles.foot}>
          {stage.kind === 'roll' ? (
            <QuorumBar quorum={roll.quorum} />
          ) : (
            <QuorumBar quorum={roll.quorum} look="words" />
          )}
          {meeting.state === 'planned' && (
            <p>{t('startsAt', { time: formatTime(meeting.startsAt) })}</p>
          )}
        </footer>
      )}
    </>
  );
}

function OfflineLine() {
  const { t } = useTranslation('screen');
  return (
    <p className={styles.offline} role="status">
      {useConnectionState() === 'offline' && t('offline')}
    </p>
  );
}
