import CircleStop from 'lucide-react/icons/circle-stop';
import { useTranslation } from 'react-i18next';
import type { Floor, FloorEntry } from '../../../models/contracts/floor.ts';
import { Button } from '../../primitives/Button.tsx';
import { showToast } from '../../primitives/toasts.ts';
import styles from './Floor.module.css';
import { useFloorActs } from './useFloor.ts';

interface SpeakerActsProps {
  floor: Floor;
  speaker: FloorEntry;
  name: string;
  /** With the entry as it stood when it ended, so that ending can be taken back. */
  onEnded: (entry: FloorEntry) => void;
}

const minutes = [1, 3, 5] as const;

/** More time for the speaker, or the end; for those who run the meeting. */
export function SpeakerActs({ floor, speaker, name, onEnded }: SpeakerActsProps) {
  const { t } = useTranslation('floor');
  const { extend, end } = useFloorActs(floor);
  return (
    <span className={styles.acts}>
      {speaker.allottedSeconds !== null &&
        minutes.map((count) => (
          <Button
            key={count}
            kind="quiet"
            onPress={async () => {
              await extend(speaker.id, count);
              showToast(t('extended', { count, name }));
            }}
          >
            <span aria-hidden>{t('extendBy', { count })}</span>
            <span className="nt-hidden">{t('extend', { count })}</span>
          </Button>
        ))}
      <Button
        icon={CircleStop}
        onPress={async () => {
          const ended = await end(speaker.id);
          onEnded(ended);
        }}
      >
        {t('end')}
      </Button>
    </span>
  );
}
