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

const tabs = ['agenda', 'roll', 'votes'] as const;
type Tab = (typeof tabs)[number];

function Page({ meeting, ...slots }: MeetingSlots & { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const runs = useRuns(meeting);
  const [tab, show] = useTab();
  const content: Record<Tab, ReactNode> = {
    agenda: <Overview meeting={meeting} myAttendance={slots.myAttendance} />,
    roll: slots.roll,
    votes: runs ? slots.pollControl : slots.pollResults,
  };
  return (
    <div className={styles.page}>
      <MeetingHeader meeting={meeting} />
      <div className={styles.strip}>
        <AgendaLine meeting={meeting} />
        {tab !== 'roll' && slots.rollSummary}
      </div>
      <div className={styles.centre}>{slots.centre}</div>
      <Tabs
        label={t('tabs')}
        value={tab}
        onChange={show}
        tabs={tabs.map((id) => ({ id, label: t(`tab.${id}`), content: content[id] }))}
      />
    </div>
  );
}

/** The open tab: at once on the screen, and in the address, so that a reload or a link comes back to it. */
function useTab(): [Tab, (tab: Tab) => void] {
  const [search, setSearch] = useSearchParams();
  const [tab, setTab] = useState(tabs.find((name) => name === search.get('tab')) ?? 'agenda');
  const show = (next: Tab) => {
    setTab(next);
    setSearch({ tab: next }, { replace: true, preventScrollReset: true });
  };
  return [tab, show];
}

function Overview({ meeting, myAttendance }: { meeting: Meeting; myAttendance: ReactNode }) {
  return (
    <div className={styles.overview}>
      <AgendaPanel meetingId={meeting.id} />
      <div className={styles.side}>
        <MyPart meeting={meeting} attendance={myAttendance} />
        {meeting.myRole !== null && <InvitationCard meeting={meeting} />}
      </div>
    </div>
  );
}
