import { useTranslation } from 'react-i18next';
import { getMeeting } from '../../../models/contracts/meetings.ts';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { Notice } from '../../primitives/Notice.tsx';
import { formatTime } from '../../primitives/dates.ts';
import { useQueryRoute } from '../../realtime/queries.ts';

/** Why the caller cannot vote this time, and whom to see. */
export function NotOnRoll({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation('voting');
  const { meetingId, openedAt } = poll;
  const meeting = useQueryRoute(getMeeting, { params: { meetingId } }).data;
  if (meeting === undefined || openedAt === null) return null;
  if (meeting.myRole === null) return <Notice>{t('ballot.notOnRollStaff')}</Notice>;
  return (
    <Notice tone={meeting.myRole === 'guest' ? 'info' : 'attention'} title={t('ballot.notOnRoll')}>
      {meeting.myRole === 'guest'
        ? t('ballot.notOnRollGuest')
        : t('ballot.notOnRollAbsent', { time: formatTime(openedAt, { seconds: true }) })}
    </Notice>
  );
}
