import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Roll } from '../../../models/contracts/attendance.ts';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { SearchField } from '../../primitives/SearchField.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { useFloor } from '../../realtime/floor.ts';
import { useMeeting } from '../../realtime/meeting.ts';
import { useRoll } from '../../realtime/roll.ts';
import { useRuns } from '../../realtime/runs.ts';
import { GroupFilter } from './GroupFilter.tsx';
import styles from './People.module.css';
import { PeopleList } from './PeopleList.tsx';
import { PeopleTools } from './PeopleTools.tsx';
import { Rooms } from './Rooms.tsx';
import { type Group, countGroups, found, peopleOf, roomsOf } from './people.ts';
import { useInRoom } from './useInRoom.ts';

export interface PeoplePanelProps {
  meetingId: Id;
  /** For those who run the meeting: who may come in. */
  door?: ReactNode;
}

/** Everyone of the meeting, found by typing; those who run it mute, ask, give the floor and send out. */
export function PeoplePanel({ meetingId, door }: PeoplePanelProps) {
  const { t } = useTranslation('people');
  const roll = useRoll(meetingId);
  const meeting = useMeeting(meetingId).data;
  if (roll.data === undefined || meeting === undefined)
    return roll.isError ? (
      <ErrorState title={t('loadFailed')} error={roll.error} onRetry={roll.refetch} />
    ) : (
      <Skeleton lines={6} />
    );
  return <People roll={roll.data} meeting={meeting} door={door} />;
}

interface PeopleProps {
  roll: Roll;
  meeting: Meeting;
  door: ReactNode;
}

function People({ roll, meeting, door }: PeopleProps) {
  const { t } = useTranslation('people');
  const runs = useRuns(meeting) && meeting.state === 'open';
  const floor = useFloor(meeting.id);
  const room = useInRoom();
  const [group, setGroup] = useState<Group>('all');
  const [query, setQuery] = useState('');
  // Typing stays smooth with a thousand names: the list may come a moment later.
  const typed = useDeferredValue(query);
  const staffName = t('staff');
  const rows = useMemo(
    () => peopleOf(roll.entries, room, floor, staffName),
    [roll.entries, room, floor, staffName],
  );
  const shown = useMemo(() => found(rows, group, typed), [rows, group, typed]);
  return (
    <section className={styles.panel} aria-label={t('title')}>
      {runs && <PeopleTools meetingId={meeting.id} roll={roll.entries} door={door} />}
      {room && <Rooms rooms={roomsOf(room)} roll={roll.entries} />}
      <SearchField label={t('find')} value={query} onChange={setQuery} />
      <GroupFilter counts={countGroups(rows)} value={group} onChange={setGroup} />
      <PeopleList
        rows={shown}
        floor={floor}
        meetingId={meeting.id}
        runs={runs}
        knowsMedia={room !== null}
      />
    </section>
  );
}
