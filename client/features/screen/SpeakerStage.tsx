import { useTranslation } from 'react-i18next';
import type { FloorEntry } from '../../../models/contracts/floor.ts';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { Countdown } from '../../primitives/Countdown.tsx';
import { useClockOffset } from '../../realtime/server-clock.ts';
import type { MediaSession } from '../../realtime/media/media-state.ts';
import { Picture } from './Picture.tsx';
import styles from './Screen.module.css';

interface SpeakerStageProps {
  meeting: Meeting;
  entry: FloorEntry;
  session: MediaSession | undefined;
  /** The speaker's camera; null when they have none on, or sit in this room. */
  camera: string | null;
}

/** Who has the floor, what they speak about, and the time they have left. */
export function SpeakerStage({ meeting, entry, session, camera }: SpeakerStageProps) {
  const { t } = useTranslation('screen');
  const offset = useClockOffset();
  const person = meeting.participants.find(({ personId }) => personId === entry.personId);
  const name = person?.fullName ?? '';
  const number = meeting.agenda.findIndex(({ id }) => id === meeting.currentAgendaItemId) + 1;
  const item = meeting.agenda[number - 1];
  return (
    <div className={styles.speaker} data-pictured={camera !== null || undefined}>
      {camera !== null && session && (
        <Picture session={session} producerId={camera} className={styles.face} label={name} />
      )}
      <div className={styles.speakerWords}>
        <p className={styles.soft}>{t(`speaking.${entry.kind}`)}</p>
        <h1 className={styles.large}>{name}</h1>
        {person && <p>{[person.office, person.organisationName].filter(Boolean).join(' · ')}</p>}
        {entry.topic !== '' && <p className={styles.text}>{entry.topic}</p>}
        <p className={styles.speakerClock}>
          <Countdown {...entry} offsetMs={offset} label={t('speakerTime', { name })} look="stage" />
        </p>
        {item && (
          <p className={styles.soft}>
            {t('item', { number, total: meeting.agenda.length })} · {item.title}
          </p>
        )}
      </div>
    </div>
  );
}
