import Gavel from 'lucide-react/icons/gavel';
import MicOff from 'lucide-react/icons/mic-off';
import MonitorUp from 'lucide-react/icons/monitor-up';
import type { RefCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../models/contracts/meetings.ts';
import { Avatar } from '../../primitives/Avatar.tsx';
import { Icon, type IconType } from '../../primitives/Icon.tsx';
import { usePlayed } from '../../realtime/media/hooks.ts';
import styles from './Tiles.module.css';

interface TileProps {
  kind: 'person' | 'screen' | 'self';
  /** Undefined for staff who run the meeting without taking part. */
  person: Pick<Participant, 'fullName' | 'office' | 'organisationName' | 'role'> | undefined;
  track: MediaStreamTrack | null;
  isMuted: boolean;
  isSpeaking?: boolean;
  /** The line is too weak for the picture at the moment. */
  isWeak?: boolean;
  /** Tells how large the picture is shown. */
  watch?: RefCallback<HTMLElement> | undefined;
}

/** One person or shared screen, with the name always in sight. */
export function Tile(props: TileProps) {
  const { kind, person, track, isMuted, isSpeaking = false, isWeak = false, watch } = props;
  const { t } = useTranslation('room');
  const play = usePlayed(track);
  const name = person?.fullName ?? t('staff');
  return (
    <li
      ref={watch}
      className={styles.tile}
      data-kind={kind}
      data-speaking={isSpeaking || undefined}
      aria-label={kind === 'screen' ? t('screenOf', { name }) : name}
    >
      {track ? (
        <video ref={play} className={styles.video} muted playsInline />
      ) : (
        <div className={styles.still}>
          <Avatar name={name} size="large" />
        </div>
      )}
      {isWeak && <p className={styles.weak}>{t('weak')}</p>}
      <p className={styles.label}>
        {isMuted && kind !== 'screen' && <Sign icon={MicOff} word={t('muted')} />}
        {kind === 'screen' && <Icon of={MonitorUp} />}
        {person?.role === 'chair' && <Sign icon={Gavel} word={t('chair')} />}
        <span className={styles.name}>
          {kind === 'screen' ? t('screenOf', { name }) : name}
          {kind === 'self' && ` (${t('you')})`}
        </span>
        <span className={styles.office}>{placeOf(person)}</span>
      </p>
    </li>
  );
}

/** An icon that is read out as a word. */
const Sign = ({ icon, word }: { icon: IconType; word: string }) => (
  <span title={word}>
    <Icon of={icon} />
    <span className="nt-hidden">{word}</span>
  </span>
);

const placeOf = (person: TileProps['person']): string =>
  [person?.office, person?.organisationName].filter(Boolean).join(' · ');
