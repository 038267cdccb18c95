import MicVocal from 'lucide-react/icons/mic-vocal';
import { useTranslation } from 'react-i18next';
import type { Floor } from '../../../models/contracts/floor.ts';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import { useMeeting } from '../../realtime/meeting.ts';
import { useRuns } from '../../realtime/runs.ts';
import { useMe } from '../../realtime/session.tsx';
import { KindBadge } from './KindBadge.tsx';
import { SpeakerActs } from './SpeakerActs.tsx';
import { SpeakerClock } from './SpeakerClock.tsx';
import styles from './Strip.module.css';
import { UndoEnd } from './UndoEnd.tsx';
import { useNames } from './names.ts';
import { standingOf } from './queue.ts';
import { useFloor } from './useFloor.ts';
import { useGiving } from './useGiving.tsx';
import { useUndoEnd } from './useUndoEnd.ts';

/** One line for everybody: who speaks, how long still, who is next. Nothing while the floor is at rest. */
export function FloorStrip({ meetingId }: { meetingId: Id }) {
  const floor = useFloor(meetingId);
  const meeting = useMeeting(meetingId).data;
  if (floor === undefined || meeting?.state !== 'open') return null;
  return <Strip floor={floor} meeting={meeting} />;
}

function Strip({ floor, meeting }: { floor: Floor; meeting: Meeting }) {
  const { t } = useTranslation('floor');
  const runs = useRuns(meeting);
  const nameOf = useNames(meeting);
  const { give, question } = useGiving(floor, nameOf);
  const { ended, setEnded } = useUndoEnd();
  const { speaker, interrupted, waiting } = standingOf(floor);
  const [next] = waiting;
  const undo = speaker ? null : ended;
  if (!speaker && !next && !undo && interrupted.length === 0 && floor.mode === 'open') return null;
  return (
    <section className={styles.strip} aria-label={t('strip')}>
      {speaker ? (
        <Speaker floor={floor} nameOf={nameOf} />
      ) : (
        <p className={styles.soft}>{t(floor.mode === 'chaired' ? 'chairedNow' : 'nobodySpeaks')}</p>
      )}
      {interrupted.map((entry) => (
        <p key={entry.id} className={styles.soft}>
          {t('interrupted')}: {nameOf(entry.personId).name}
        </p>
      ))}
      {next && <p className={styles.next}>{t('next', nameOf(next.personId))}</p>}
      {runs && (
        <span className={styles.acts}>
          {next && (
            <Button
              kind={speaker ? 'secondary' : 'primary'}
              icon={MicVocal}
              onPress={() => give({ personId: next.personId, entry: next })}
            >
              {t('give')}
              <span className="nt-hidden"> {nameOf(next.personId).name}</span>
            </Button>
          )}
          {speaker && (
            <SpeakerActs
              floor={floor}
              speaker={speaker}
              name={nameOf(speaker.personId).name}
              onEnded={setEnded}
            />
          )}
        </span>
      )}
      {undo && <UndoEnd floor={floor} ended={undo} nameOf={nameOf} />}
      {question}
    </section>
  );
}

interface SpeakerProps {
  floor: Floor;
  nameOf: ReturnType<typeof useNames>;
}

function Speaker({ floor, nameOf }: SpeakerProps) {
  const { t } = useTranslation('floor');
  const { personId } = useMe();
  const { speaker } = standingOf(floor);
  if (speaker === undefined) return null;
  const { name, office } = nameOf(speaker.personId);
  const isMe = speaker.personId === personId;
  return (
    <>
      <p className={styles.speaker}>
        <span className={styles.sign}>
          <Icon of={MicVocal} />
        </span>
        <span className={isMe ? styles.me : 'nt-hidden'}>{t(isMe ? 'youSpeak' : 'speaking')}</span>
        {!isMe && <span className={styles.name}>{name}</span>}
        {!isMe && <span className={styles.office}>{office}</span>}
        {speaker.kind !== 'speech' && <KindBadge kind={speaker.kind} />}
      </p>
      <SpeakerClock key={speaker.id} entry={speaker} name={name} announces={isMe} />
    </>
  );
}
