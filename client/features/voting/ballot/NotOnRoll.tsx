import { useTranslation } from 'react-i18next';
import { getMeeting } from '../../../../models/contracts/meetings.ts';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Notice } from '../../../primitives/Notice.tsx';
import { formatTime } from '../../../primitives/dates.ts';
import { useQueryRoute } from '../../../realtime/queries.ts';

/** Why the caller cannot vote this time, and whom to see. */
export function NotOnRoll({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation('ballot');
  const { meetingId, openedAt } = poll;
  const meeting = useQueryRoute(getMeeting, { params: { meetingId } }).data;
  if (meeting === undefined || openedAt === null) return null;
  if (meeting.myRole === null) return <Notice>{t('notOnRollStaff')}</Notice>;
  // A straw poll asks guests too, so a guest who is not on its roll was not there.
  const isGuest = meeting.myRole === 'guest' && poll.binding;
  return (
    <Notice tone={isGuest ? 'info' : 'attention'} title={t('notOnRoll')}>
      {isGuest
        ? t('notOnRollGuest')
        : t('notOnRollAbsent', { time: formatTime(openedAt, { seconds: true }) })}
    </Notice>
  );
}
