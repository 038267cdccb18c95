import Gavel from 'lucide-react/icons/gavel';
import MicOff from 'lucide-react/icons/mic-off';
import MonitorUp from 'lucide-react/icons/monitor-up';
import Speech from 'lucide-react/icons/speech';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../primitives/Avatar.tsx';
import { Icon, type IconType } from '../../../primitives/Icon.tsx';
import { usePlayed } from '../../../realtime/media/hooks.ts';
import type { Rect } from './rects.ts';
import styles from './Tile.module.css';

export interface TileProps {
  rect: Rect;
  kind: 'person' | 'room' | 'screen' | 'self';
  name: string;
  /** What stands on the tile, where that is shorter than the name that is read out. */
  shortName?: string;
  /** Office and organisation. */
  place: string;
  track: MediaStreamTrack | null;
  isMuted: boolean;
  isSpeaking?: boolean;
  isChair?: boolean;
  hasFloor?: boolean;
  isBig?: boolean;
  /** Why there is no picture. */
  still?: string | null;
  /** Signs and buttons at the upper end. */
  tools?: ReactNode;
}

/** One person, room or shared screen in its place, with the name always in sight. */
export function Tile(props: TileProps) {
  const { rect, kind, name, track, still = null, isSpeaking, hasFloor, isBig, tools } = props;
  const play = usePlayed(track);
  const { x, y, width, height } = rect;
  return (
    <li
      className={styles.tile}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
      data-kind={kind}
      data-speaking={isSpeaking || undefined}
      data-floor={hasFloor || undefined}
      data-big={isBig || undefined}
      aria-label={name}
    >
      {(kind !== 'screen' || still !== null) && (
        <div className={styles.still}>
          {kind !== 'screen' && (
            <Avatar name={name} size={isBig || kind === 'self' ? 'large' : 'normal'} />
          )}
          {still !== null && <p className={styles.why}>{still}</p>}
        </div>
      )}
      {track && still === null && (
        // Transparent until the first picture is there: so long the name stands behind it.
        <video ref={play} className={styles.video} muted playsInline />
      )}
      {tools && <div className={styles.tools}>{tools}</div>}
      <Label {...props} />
    </li>
  );
}

function Label(props: TileProps) {
  const { kind, name, shortName = name, place, isMuted, isChair, hasFloor } = props;
  const { t } = useTranslation('room');
  return (
    <div className={styles.label}>
      {(isChair || hasFloor) && (
        <span className={styles.badges}>
          {isChair && <Mark icon={Gavel} word={t('chair')} />}
          {hasFloor && <Mark icon={Speech} word={t('hasFloor')} isFloor />}
        </span>
      )}
      <span className={styles.who}>
        {kind === 'screen' && <Icon of={MonitorUp} />}
        {isMuted && kind !== 'screen' && (
          <span title={t('muted')} className={styles.sign}>
            <Icon of={MicOff} size="1.125em" />
            <span className="nt-hidden">{t('muted')}</span>
          </span>
        )}
        <span className={styles.name}>{shortName}</span>
        {place && <span className={styles.office}>{place}</span>}
      </span>
    </div>
  );
}

const Mark = ({ icon, word, isFloor }: { icon: IconType; word: string; isFloor?: boolean }) => (
  <span className={isFloor ? styles.floorMark : styles.mark}>
    <Icon of={icon} size="1.125em" />
    <span className={styles.markWord}>{word}</span>
  </span>
);
