import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { Tabs } from '../../primitives/Tabs.tsx';
import { AgendaPanel } from './AgendaPanel.tsx';
import { AgendaLine } from './AgendaLine.tsx';
import { InvitationCard } from './InvitationCard.tsx';
import { MeetingFailed } from './MeetingFailed.tsx';
import { MeetingHeader } from './MeetingHeader.tsx';
import { MyPart } from './MyPart.tsx';
import styles from './MeetingPage.module.css';
import { useMeeting } from '../../realtime/meeting.ts';
import { useRuns } from '../../realtime/runs.ts';

/** What other capabilities put into the page. */
export interface MeetingSlots {
  /** What the person should know at once, in a few lines; the page stays in view. */
  alerts: ReactNode;
  /** Takes the centre of the page while there is something to decide; nothing otherwise. */
  centre: ReactNode;
  /** One line on who is present. */
  rollSummary: ReactNode;
  roll: ReactNode;
  /** How the roll has the signed-in person. */
  myAttendance: ReactNode;
  /** For those who run the votes, and for everyone else. */
  pollControl: ReactNode;
  pollResults: ReactNode;
  /** More pages of the meeting, after its agenda, roll and votes. */
  more: readonly MeetingTab[];
  /** What those who run the meeting have beside the agenda. */
  runnersSide: ReactNode;
}

/** A page of a meeting. */
export interface MeetingTab {
  id: string;
  label: string;
  content: ReactNode;
  /** Only for the chair and the staff. */
  isForRunners?: boolean;
}

export interface MeetingPageProps extends MeetingSlots {
  meetingId: Id;
}

/** One page for every part: what the meeting is, where it stands, the roll, the votes. */
export function MeetingPage({ meetingId, ...slots }: MeetingPageProps) {
  const meeting = useMeeting(meetingId);
  if (meeting.data === undefined)
    return meeting.isError ? (
      <MeetingFailed error={meeting.error} onRetry={meeting.refetch} />
    ) : (
      <Skeleton lines={6} />
    );
  return <Page meeting={meeting.data} {...slots} />;
}

function Page({ meeting, ...slots }: MeetingSlots & { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const runs = useRuns(meeting);
  const tabs: MeetingTab[] = [
    {
      id: 'agenda',
      label: t('tab.agenda'),
      content: (
        <Overview meeting={meeting} myAttendance={slots.myAttendance}>
          {runs && slots.runnersSide}
        </Overview>
      ),
    },
    { id: 'roll', label: t('tab.roll'), content: slots.roll },
    {
      id: 'votes',
      label: t('tab.votes'),
      content: runs ? slots.pollControl : slots.pollResults,
    },
    ...slots.more.filter(({ isForRunners = false }) => runs || !isForRunners),
  ];
  const [tab, show] = useTab(tabs.map(({ id }) => id));
  return (
    <div className={styles.page}>
      <MeetingHeader meeting={meeting} />
      <div className={styles.strip}>
        <AgendaLine meeting={meeting} />
        {tab !== 'roll' && slots.rollSummary}
      </div>
      <div className={styles.alerts}>{slots.alerts}</div>
      <div className={styles.centre}>{slots.centre}</div>
      <Tabs label={t('tabs')} value={tab} onChange={show} tabs={tabs} />
    </div>
  );
}

/** The open tab: at once on the screen, and in the address, so that a reload or a link comes back to it. */
function useTab(ids: readonly string[]): [string, (tab: string) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab');
  const [open, setOpen] = useState({ asked, tab: asked });
  // A link to another part of the page that is open already.
  if (open.asked !== asked) setOpen({ asked, tab: asked });
  const show = (tab: string) => {
    setOpen({ asked, tab });
    setSearch({ tab }, { replace: true, preventScrollReset: true });
  };
  return [open.tab !== null && ids.includes(open.tab) ? open.tab : 'agenda', show];
}

interface OverviewProps {
  meeting: Meeting;
  myAttendance: ReactNode;
  children: ReactNode;
}

function Overview({ meeting, myAttendance, children }: OverviewProps) {
  return (
    <div className={styles.overview}>
      <AgendaPanel meetingId={meeting.id} />
      <div className={styles.side}>
        <MyPart meeting={meeting} attendance={myAttendance} />
        {children}
        {meeting.myRole !== null && <InvitationCard meeting={meeting} />}
      </div>
    </div>
  );
}
