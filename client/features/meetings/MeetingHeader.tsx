import CalendarClock from 'lucide-react/icons/calendar-clock';
import MapPin from 'lucide-react/icons/map-pin';
import Video from 'lucide-react/icons/video';
import { useTranslation } from 'react-i18next';
import type { Meeting, MeetingState } from '../../../models/contracts/meetings.ts';
import { currentLanguage } from '../../locales/index.ts';
import { type Meaning, StatusBadge } from '../../primitives/Badge.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import { Link } from '../../primitives/Link.tsx';
import { PageHeader } from '../../primitives/PageHeader.tsx';
import { formatDay, formatTime } from '../../primitives/dates.ts';
import styles from './MeetingHeader.module.css';
import { RunMeeting } from './RunMeeting.tsx';
import { useRuns } from '../../realtime/runs.ts';

const meanings: Record<MeetingState, Meaning> = {
  planned: 'neutral',
  open: 'for',
  closed: 'abstain',
  cancelled: 'attention',
};

export function MeetingHeader({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const runs = useRuns(meeting);
  const { id, title, bodyName, kind, startsAt, endsAt, roomName, state } = meeting;
  const range = t('timeRange', { from: formatTime(startsAt), to: formatTime(endsAt) });
  return (
    <PageHeader
      title={title}
      back={{ to: '/', label: t('back') }}
      meta={
        <>
          <StatusBadge meaning={meanings[state]}>{t(`state.${state}`)}</StatusBadge>
          <span>{bodyName}</span>
          <span>{t(`kind.${kind}`)}</span>
          <span className={styles.fact}>
            <Icon of={CalendarClock} size="1.125em" />
            {range}, {formatDay(startsAt, currentLanguage())}
          </span>
          <span className={styles.fact}>
            <Icon of={MapPin} size="1.125em" />
            {roomName ?? t('noRoom')}
          </span>
        </>
      }
      actions={
        <>
          {state === 'open' && (
            <Link to={`/meetings/${id}/room`} kind="primary" size="large" icon={Video}>
              {t('join')}
            </Link>
          )}
          {runs && <RunMeeting meeting={meeting} />}
        </>
      }
      {...(state === 'planned' && !runs && { description: t('notOpenYet') })}
    />
  );
}
