import { useQuery } from '@tanstack/react-query';
import CalendarDays from 'lucide-react/icons/calendar-days';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listMeetings } from '../../../models/contracts/meetings.ts';
import { currentLanguage } from '../../locales/index.ts';
import { useNow } from '../../primitives/Clock.tsx';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Link } from '../../primitives/Link.tsx';
import { PageHeader } from '../../primitives/PageHeader.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { formatDay } from '../../primitives/dates.ts';
import { routeQuery } from '../../realtime/queries.ts';
import { useClockOffset } from '../../realtime/server-clock.ts';
import { useMe } from '../../realtime/session.tsx';
import styles from './Home.module.css';
import { MeetingLines } from './MeetingLines.tsx';
import { TodayMeeting } from './TodayMeeting.tsx';
import { arrangeMeetings } from './arrange.ts';

// Often enough to see a meeting open; notices go only to those who are in it.
const refreshMs = 30_000;
const pastShown = 5;

interface HomePageProps {
  /** What is urgent, from other features; composed by the app. */
  children?: ReactNode;
  /** What has days of time: under the meetings of a day that has any, so that these stay in sight. */
  later?: ReactNode;
}

/** The day: my meetings with one thing to do each, then what comes and what was. */
export function HomePage({ children, later }: HomePageProps) {
  const { t } = useTranslation('home');
  const { isStaff } = useMe();
  const now = useNow(useClockOffset());
  const { data, error, refetch } = useQuery({
    ...routeQuery(listMeetings),
    refetchInterval: refreshMs,
  });
  const items = data?.items;
  return (
    <>
      <PageHeader title={t('title')} meta={formatDay(now, currentLanguage())} />
      {children}
      {items?.length === 0 && later}
      {items === undefined && error && (
        <ErrorState error={error} title={t('loadFailed')} onRetry={refetch} />
      )}
      {items === undefined && !error && <Skeleton height={12} />}
      {items?.length === 0 && (
        <EmptyState
          icon={CalendarDays}
          title={t('noMeetings')}
          action={
            isStaff && (
              <Link to="/admin/meetings" kind="primary">
                {t('plan')}
              </Link>
            )
          }
        >
          {t('noMeetingsText')}
        </EmptyState>
      )}
      {items && items.length > 0 && <Day meetings={items} now={now} later={later} />}
    </>
  );
}

type Meetings = Parameters<typeof arrangeMeetings>[0];

interface DayProps {
  meetings: Meetings;
  now: number;
  later: ReactNode;
}

function Day({ meetings, now, later }: DayProps) {
  const { t } = useTranslation('home');
  const { today, coming, past } = arrangeMeetings(meetings, now);
  return (
    <div className={styles.sections}>
      {today.length === 0 && later}
      <section aria-labelledby="today">
        <h2 id="today">{t('today')}</h2>
        {today.length === 0 ? (
          <EmptyState title={t('noneToday')}>{t('noneTodayText')}</EmptyState>
        ) : (
          today.map((meeting) => <TodayMeeting key={meeting.id} meeting={meeting} />)
        )}
      </section>
      {today.length > 0 && later}
      <section aria-labelledby="coming">
        <h2 id="coming">{t('coming')}</h2>
        {coming.length === 0 ? (
          <p className={styles.none}>{t('noneComing')}</p>
        ) : (
          <MeetingLines meetings={coming} />
        )}
      </section>
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 id="past">{t('past')}</h2>
          <MeetingLines meetings={past.slice(0, pastShown)} />
          {past.length > pastShown && <Link to="/meetings">{t('allMeetings')}</Link>}
        </section>
      )}
    </div>
  );
}
