import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AppError } from '../../models/errors.ts';
import { Id } from '../../models/ids.ts';
import { DoorControl } from '../features/admission/DoorControl.tsx';
import { DoorNotice } from '../features/admission/DoorNotice.tsx';
import { LateAttempts } from '../features/attendance/kiosk/LateAttempts.tsx';
import { MyAttendance } from '../features/attendance/roll/MyAttendance.tsx';
import { RollPanel } from '../features/attendance/roll/RollPanel.tsx';
import { RollSummary } from '../features/attendance/roll/RollSummary.tsx';
import { ChatPanel } from '../features/chat/ChatPanel.tsx';
import { FloorPanel } from '../features/floor/FloorPanel.tsx';
import { MeetingFailed } from '../features/meetings/MeetingFailed.tsx';
import { MeetingPage as Page } from '../features/meetings/MeetingPage.tsx';
import { PeoplePanel } from '../features/people/PeoplePanel.tsx';
import { RecordingsPanel } from '../features/recordings/RecordingsPanel.tsx';
import { ScreenControl } from '../features/screen/ScreenControl.tsx';
import { BallotCentre } from '../features/voting/BallotCentre.tsx';
import { PollControl } from '../features/voting/control/PollControl.tsx';
import { PollResults } from '../features/voting/PollResults.tsx';
import { EncryptedVotes } from './EncryptedVotes.tsx';
import { TrusteeDuties } from './TrusteeDuties.tsx';
import { VotersReady } from './VotersReady.tsx';

/** The page of a meeting, put together from the capabilities. */
export function MeetingPage() {
  const parsed = Id.safeParse(useParams()['meetingId']);
  if (!parsed.success) return <MeetingFailed error={new AppError('not_found')} />;
  return <Composed key={parsed.data} meetingId={parsed.data} />;
}

function Composed({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('meetings');
  return (
    <Page
      meetingId={meetingId}
      alerts={
        <>
          <VotersReady meetingId={meetingId} />
          <TrusteeDuties meetingId={meetingId} />
        </>
      }
      centre={
        <EncryptedVotes>
          <BallotCentre meetingId={meetingId} />
        </EncryptedVotes>
      }
      rollSummary={<RollSummary meetingId={meetingId} look="words" />}
      roll={
        <>
          <LateAttempts meetingId={meetingId} />
          <RollPanel meetingId={meetingId} />
        </>
      }
      myAttendance={<MyAttendance meetingId={meetingId} />}
      pollControl={<PollControl meetingId={meetingId} />}
      pollResults={<PollResults meetingId={meetingId} />}
      runnersSide={<ScreenControl meetingId={meetingId} />}
      more={[
        {
          id: 'floor',
          label: t('tab.floor'),
          content: <FloorPanel meetingId={meetingId} />,
          isForRunners: true,
        },
        {
          id: 'people',
          label: t('tab.people'),
          content: (
            <PeoplePanel
              meetingId={meetingId}
              door={
                <>
                  <DoorNotice meetingId={meetingId} />
                  <DoorControl meetingId={meetingId} />
                </>
              }
            />
          ),
          isForRunners: true,
        },
        {
          id: 'recordings',
          label: t('tab.recordings'),
          content: <RecordingsPanel meetingId={meetingId} />,
          isForRunners: true,
        },
        { id: 'chat', label: t('tab.chat'), content: <ChatPanel meetingId={meetingId} /> },
      ]}
    />
  );
}
