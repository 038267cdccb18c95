import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../models/contracts/identity.ts';
import type { Roll } from '../../../models/contracts/attendance.ts';
import type { Meeting, MeetingSummary } from '../../../models/contracts/meetings.ts';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { Clock, useNow } from '../../primitives/Clock.tsx';
import { PageTitle } from '../../primitives/PageHeader.tsx';
import { QuorumBar } from '../../primitives/QuorumBar.tsx';
import { formatTime } from '../../primitives/dates.ts';
import { useWakeLock } from '../../primitives/useWakeLock.ts';
import { useMediaFact } from '../../realtime/media/hooks.ts';
import type { MediaSession, MediaState } from '../../realtime/media/media-state.ts';
import { useConnectionState } from '../../realtime/provider.tsx';
import { useClockOffset } from '../../realtime/server-clock.ts';
import { AgendaStage } from './AgendaStage.tsx';
import { ItemStage } from './ItemStage.tsx';
import { Picture } from './Picture.tsx';
import { PollStage } from './PollStage.tsx';
import { RollStage } from './RollStage.tsx';
import styles from './Screen.module.css';
import { SeatsStage } from './SeatsStage.tsx';
import { SpeakerStage } from './SpeakerStage.tsx';
import { cameraOf, sharedScreenIn } from './pictures.ts';
import { type Doings, type Stage, stageOf } from './stage.ts';
import { useOnlyPicture, useWatching } from './useHallMedia.ts';
import { useMeetingNow, useRoomMeeting } from './useRoomMeeting.ts';

export interface RoomScreenProps {
  device: Device;
  /** How a result, or the count so far of an open poll that shows it, stands on a wall. */
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
  summary: Pick<MeetingSummary, 'id' | 'state'>;
  verdict: RoomScreenProps['verdict'];
}

function Live({ summary: { id, state }, verdict }: LiveProps) {
  const { meeting, roll, polls, speech } = useMeetingNow(id);
  if (meeting === undefined) return null;
  const doings = { polls, speech, sharedScreen: null };
  const props = { meeting, roll, doings, verdict };
  return state === 'open' ? <Watched {...props} /> : <StageNow {...props} />;
}

interface StageProps {
  meeting: Meeting;
  roll: Roll | undefined;
  doings: Doings;
  verdict: RoomScreenProps['verdict'];
}

/** An open meeting, with the pictures that its people send. */
function Watched(props: StageProps) {
  const session = useWatching(props.meeting.id);
  const peers = useMediaFact(session, (state) => state.peers);
  const doings = { ...props.doings, sharedScreen: sharedScreenIn(peers) };
  return <StageNow {...props} doings={doings} session={session} peers={peers} />;
}

interface StageNowProps extends StageProps {
  session?: MediaSession;
  peers?: MediaState['peers'];
}

function StageNow({ meeting, roll, doings, verdict, session, peers }: StageNowProps) {
  const { t } = useTranslation('screen');
  const stage = stageOf(meeting, doings, useNow(useClockOffset()));
  const camera = stage.kind === 'speaker' && peers ? cameraOf(peers, stage.entry.personId) : null;
  return (
    <>
      <div className={styles.stage} key={stage.kind} data-kind={stage.kind}>
        {session && (
          <OnlyPicture
            session={session}
            producerId={stage.kind === 'share' ? stage.producerId : camera}
          />
        )}
        {(stage.kind === 'poll' || stage.kind === 'counted') && (
          <PollStage poll={stage.poll}>{stage.poll.verdict && verdict(stage.poll)}</PollStage>
        )}
        {stage.kind === 'verdict' && verdict(stage.poll)}
        {stage.kind === 'share' && session && (
          <ShareStage session={session} producerId={stage.producerId} />
        )}
        {stage.kind === 'speaker' && (
          <SpeakerStage meeting={meeting} entry={stage.entry} session={session} camera={camera} />
        )}
        {stage.kind === 'item' && <ItemStage meeting={meeting} number={stage.number} />}
        {stage.kind === 'agenda' && <AgendaStage meeting={meeting} />}
        {stage.kind === 'roll' && <RollStage meeting={meeting} roll={roll} />}
        {stage.kind === 'seats' && (
          <SeatsStage roll={roll} speakerId={doings.speech?.personId ?? null} />
        )}
      </div>
      {roll && withFoot.has(stage.kind) && (
        <footer className={styles.foot}>
          <QuorumBar quorum={roll.quorum} {...(stage.kind !== 'roll' && { look: 'words' })} />
          {meeting.state === 'planned' && (
            <p>{t('startsAt', { time: formatTime(meeting.startsAt) })}</p>
          )}
        </footer>
      )}
    </>
  );
}

/** The others need the whole height, or say the same themselves. */
const withFoot: ReadonlySet<Stage['kind']> = new Set([
  'poll',
  'speaker',
  'item',
  'agenda',
  'roll',
  'seats',
]);

function OnlyPicture(props: { session: MediaSession; producerId: string | null }) {
  useOnlyPicture(props.session, props.producerId);
  return null;
}

function ShareStage({ session, producerId }: { session: MediaSession; producerId: string }) {
  const { t } = useTranslation('screen');
  return (
    <Picture
      session={session}
      producerId={producerId}
      className={styles.shared}
      label={t('shared')}
    />
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
