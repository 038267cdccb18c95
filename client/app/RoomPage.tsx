import Hand from 'lucide-react/icons/hand';
import ListOrdered from 'lucide-react/icons/list-ordered';
import MessageSquare from 'lucide-react/icons/message-square';
import UserCheck from 'lucide-react/icons/user-check';
import Users from 'lucide-react/icons/users';
import Vote from 'lucide-react/icons/vote';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Id } from '../../models/ids.ts';
import { DoorControl } from '../features/admission/DoorControl.tsx';
import { DoorGate } from '../features/admission/DoorGate.tsx';
import { DoorNotice } from '../features/admission/DoorNotice.tsx';
import { FaceCheckIn } from '../features/attendance/online/FaceCheckIn.tsx';
import { Recheck } from '../features/attendance/online/Recheck.tsx';
import { RollPanel } from '../features/attendance/roll/RollPanel.tsx';
import { RollSummary } from '../features/attendance/roll/RollSummary.tsx';
import { ChatPanel } from '../features/chat/ChatPanel.tsx';
import { useUnreadChat } from '../features/chat/useUnreadChat.ts';
import { AskForFloor } from '../features/floor/AskForFloor.tsx';
import { FloorPanel } from '../features/floor/FloorPanel.tsx';
import { FloorStrip } from '../features/floor/FloorStrip.tsx';
import { ItemClock } from '../features/floor/ItemClock.tsx';
import { useFloorSpeaker } from '../features/floor/useFloor.ts';
import { AgendaPanel } from '../features/meetings/AgendaPanel.tsx';
import { InvitationCard } from '../features/meetings/InvitationCard.tsx';
import { PeoplePanel } from '../features/people/PeoplePanel.tsx';
import { RecordingBadge } from '../features/recordings/RecordingBadge.tsx';
import { RecordingControl } from '../features/recordings/RecordingControl.tsx';
import { Room } from '../features/room/Room.tsx';
import type { Panel } from '../features/room/panels.ts';
import { BallotCentre } from '../features/voting/BallotCentre.tsx';
import { PollControl } from '../features/voting/control/PollControl.tsx';
import { PollResults } from '../features/voting/PollResults.tsx';
import { useMeeting } from '../realtime/meeting.ts';
import { useRoll } from '../realtime/roll.ts';
import { useRuns } from '../realtime/runs.ts';
import { useMe } from '../realtime/session.tsx';
import { EncryptedVotes } from './EncryptedVotes.tsx';
import { TrusteeDuties } from './TrusteeDuties.tsx';
import { NotFound } from './NotFound.tsx';
import { SlipAlerts } from './SlipAlerts.tsx';
import { VotersReady } from './VotersReady.tsx';

/** The meeting room, put together from the capabilities. */
export function RoomPage() {
  const parsed = Id.safeParse(useParams()['meetingId']);
  if (!parsed.success) return <NotFound />;
  return <MeetingRoom key={parsed.data} meetingId={parsed.data} />;
}

function MeetingRoom({ meetingId }: { meetingId: Id }) {
  const meeting = useMeeting(meetingId).data;
  const runs = useRuns(meeting);
  const panels = usePanels(meetingId, runs);
  const floorSpeakerId = useFloorSpeaker(meetingId);
  const attendance = useOwnAttendance(meetingId);
  return (
    <Room
      meetingId={meetingId}
      panels={panels}
      head={
        <>
          <ItemClock meetingId={meetingId} />
          <RollSummary meetingId={meetingId} look="words" />
          <RecordingBadge meetingId={meetingId} />
          <RecordingControl meetingId={meetingId} />
        </>
      }
      ballot={
        <>
          <TrusteeDuties meetingId={meetingId} isGuest />
          <EncryptedVotes>
            <BallotCentre meetingId={meetingId} />
          </EncryptedVotes>
        </>
      }
      floorBar={<FloorStrip meetingId={meetingId} />}
      askForFloor={<AskForFloor meetingId={meetingId} />}
      floorSpeakerId={floorSpeakerId}
      door={(door) => <DoorGate meetingId={meetingId} {...door} />}
      alerts={
        <>
          {runs && <DoorNotice meetingId={meetingId} />}
          <VotersReady meetingId={meetingId} isLine />
          <SlipAlerts />
        </>
      }
      attendance={attendance}
      presence={{
        before: (camera) => (
          <FaceCheckIn
            meetingId={meetingId}
            camera={camera}
            isInHall={attendance === 'in_person'}
          />
        ),
        inside: (camera) => <Recheck meetingId={meetingId} camera={camera} />,
      }}
      invitation={meeting && <InvitationCard meeting={meeting} />}
    />
  );
}

/** In the order of their keys; the roll is for those who run the meeting. */
function usePanels(meetingId: Id, runs: boolean): Panel[] {
  const { t } = useTranslation('room');
  const unread = useUnreadChat(meetingId);
  const panels: (Panel | false)[] = [
    {
      key: 'agenda',
      label: t('panels.agenda'),
      icon: ListOrdered,
      content: <AgendaPanel meetingId={meetingId} />,
    },
    {
      key: 'floor',
      label: t('panels.floor'),
      icon: Hand,
      content: <FloorPanel meetingId={meetingId} />,
    },
    {
      key: 'people',
      label: t('panels.people'),
      icon: Users,
      content: (
        <PeoplePanel meetingId={meetingId} door={runs && <DoorControl meetingId={meetingId} />} />
      ),
    },
    {
      key: 'votes',
      label: t('panels.votes'),
      icon: Vote,
      content: runs ? <PollControl meetingId={meetingId} /> : <PollResults meetingId={meetingId} />,
    },
    runs && {
      key: 'roll',
      label: t('panels.roll'),
      icon: UserCheck,
      content: <RollPanel meetingId={meetingId} />,
    },
    {
      key: 'chat',
      label: t('panels.chat'),
      icon: MessageSquare,
      content: <ChatPanel meetingId={meetingId} />,
      badge: unread,
    },
  ];
  return panels.filter((panel) => panel !== false);
}

/** How the roll has the signed-in person. */
function useOwnAttendance(meetingId: Id) {
  const { personId } = useMe();
  const entries = useRoll(meetingId).data?.entries;
  return entries?.find((entry) => entry.personId === personId)?.state ?? null;
}
