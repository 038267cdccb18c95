import { useTranslation } from 'react-i18next';
import type { Floor } from '../../../models/contracts/floor.ts';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { useFloorQuery } from '../../realtime/floor.ts';
import { useMeeting } from '../../realtime/meeting.ts';
import { useRuns } from '../../realtime/runs.ts';
import styles from './Floor.module.css';
import { FloorRules } from './FloorRules.tsx';
import { InviteSpeaker } from './InviteSpeaker.tsx';
import { KindBadge } from './KindBadge.tsx';
import { Queue } from './Queue.tsx';
import { SpeakerActs } from './SpeakerActs.tsx';
import { SpeakerClock } from './SpeakerClock.tsx';
import { Speeches } from './Speeches.tsx';
import { UndoEnd } from './UndoEnd.tsx';
import { type NameOf, useNames } from './names.ts';
import { standingOf } from './queue.ts';
import { useUndoEnd } from './useUndoEnd.ts';

export interface FloorPanelProps {
  meetingId: Id;
}

/** Who speaks, who waits and who has spoken, for everyone; those who run the meeting give the floor here. */
export function FloorPanel({ meetingId }: FloorPanelProps) {
  const { t } = useTranslation('floor');
  const floor = useFloorQuery(meetingId);
  const meeting = useMeeting(meetingId).data;
  if (floor.data === undefined || meeting === undefined)
    return floor.isError ? (
      <ErrorState title={t('loadFailed')} error={floor.error} onRetry={floor.refetch} />
    ) : (
      <Skeleton lines={5} />
    );
  return <Panel floor={floor.data} meeting={meeting} />;
}

function Panel({ floor, meeting }: { floor: Floor; meeting: Meeting }) {
  const { t } = useTranslation('floor');
  const runs = useRuns(meeting) && meeting.state === 'open';
  const nameOf = useNames(meeting);
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <div className={styles.column}>
        <OnTheFloor floor={floor} nameOf={nameOf} runs={runs} />
        <Queue floor={floor} nameOf={nameOf} runs={runs} />
      </div>
      <div className={styles.column}>
        {runs && <InviteSpeaker floor={floor} meeting={meeting} nameOf={nameOf} />}
        {runs && <FloorRules floor={floor} />}
        <Speeches meetingId={meeting.id} nameOf={nameOf} />
      </div>
    </section>
  );
}

interface OnTheFloorProps {
  floor: Floor;
  nameOf: NameOf;
  runs: boolean;
}

function OnTheFloor({ floor, nameOf, runs }: OnTheFloorProps) {
  const { t } = useTranslation('floor');
  const { ended, setEnded } = useUndoEnd();
  const { speaker, interrupted } = standingOf(floor);
  if (speaker === undefined && interrupted.length === 0)
    return (
      <div>
        <p className={styles.soft}>{t(floor.mode === 'chaired' ? 'chairedNow' : 'nobodySpeaks')}</p>
        {ended && <UndoEnd floor={floor} ended={ended} nameOf={nameOf} />}
      </div>
    );
  return (
    <>
      {[...(speaker ? [speaker] : []), ...interrupted].map((entry) => {
        const { name, office } = nameOf(entry.personId);
        return (
          <div key={entry.id} className={styles.speaker}>
            <p className={styles.soft}>
              {t(entry.state === 'speaking' ? 'speaking' : 'interrupted')}
            </p>
            <div>
              <p className={styles.name}>{name}</p>
              {office && <p className={styles.soft}>{office}</p>}
            </div>
            {entry.topic && <p className={styles.topic}>{entry.topic}</p>}
            <KindBadge kind={entry.kind} />
            <SpeakerClock entry={entry} name={name} />
            {runs && entry === speaker && (
              <SpeakerActs floor={floor} speaker={entry} name={name} onEnded={setEnded} />
            )}
          </div>
        );
      })}
    </>
  );
}
