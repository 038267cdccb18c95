import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getMeeting } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { useQueryRoute } from '../../realtime/queries.ts';
import { PollCentre } from './PollCentre.tsx';
import { openPollOf } from './polls.ts';
import { useBackButton } from './useBackButton.ts';
import { usePolls } from './usePolls.ts';

/**
 * For a page about other things: nothing, until a poll opens, which then takes the centre; its result stays
 * there until the person has read it. Only for those who take part in the meeting.
 */
export function BallotCentre({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('ballot');
  const polls = usePolls(meetingId).data?.items ?? [];
  const meeting = useQueryRoute(getMeeting, { params: { meetingId } }).data;
  const [shownId, show] = useState<Id | null>(null);
  const open = openPollOf(polls);
  if (open !== undefined && open.id !== shownId) show(open.id);
  const poll = polls.find(({ id }) => id === shownId);
  useBackButton(poll !== undefined && poll.state !== 'open', () => show(null));
  if (poll === undefined || !meeting?.myRole) return null;
  return (
    <PollCentre
      key={poll.id}
      poll={poll}
      aside={
        <div>
          <Button icon={X} onPress={() => show(null)}>
            {t('leave')}
          </Button>
        </div>
      }
    />
  );
}
