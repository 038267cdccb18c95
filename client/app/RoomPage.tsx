import ListOrdered from 'lucide-react/icons/list-ordered';
import UserCheck from 'lucide-react/icons/user-check';
import Vote from 'lucide-react/icons/vote';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Id } from '../../models/ids.ts';
import { RollPanel } from '../features/attendance/roll/RollPanel.tsx';
import { RollSummary } from '../features/attendance/roll/RollSummary.tsx';
import { AgendaPanel } from '../features/meetings/AgendaPanel.tsx';
import { useMeeting } from '../realtime/meeting.ts';
import { useRuns } from '../realtime/runs.ts';
import { Room } from '../features/room/Room.tsx';
import type { Panel } from '../features/room/panels.ts';
import { BallotCentre } from '../features/voting/BallotCentre.tsx';
import { PollControl } from '../features/voting/PollControl.tsx';
import { PollResults } from '../features/voting/PollResults.tsx';
import { NotFound } from './NotFound.tsx';

/** The meeting room, put together from the capabilities. */
export function RoomPage() {
  const parsed = Id.safeParse(useParams()['meetingId']);
  if (!parsed.success) return <NotFound />;
  return <MeetingRoom key={parsed.data} meetingId={parsed.data} />;
}

function MeetingRoom({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('room');
  const runs = useRuns(useMeeting(meetingId).data);
  const panels: Panel[] = [
    {
      key: 'agenda',
      label: t('panels.agenda'),
      icon: ListOrdered,
      content: <AgendaPanel meetingId={meetingId} />,
    },
    {
      key: 'roll',
      label: t('panels.roll'),
      icon: UserCheck,
      content: <RollPanel meetingId={meetingId} />,
    },
    {
      key: 'votes',
      label: t('panels.votes'),
      icon: Vote,
      content: runs ? <PollControl meetingId={meetingId} /> : <PollResults meetingId={meetingId} />,
    },
  ];
  return (
    <Room
      meetingId={meetingId}
      panels={panels}
      rollSummary={<RollSummary meetingId={meetingId} look="words" />}
      ballot={<BallotCentre meetingId={meetingId} />}
    />
  );
}
