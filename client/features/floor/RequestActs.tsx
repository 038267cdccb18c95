import Ellipsis from 'lucide-react/icons/ellipsis';
import MicVocal from 'lucide-react/icons/mic-vocal';
import { useTranslation } from 'react-i18next';
import type { FloorEntry } from '../../../models/contracts/floor.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { Menu } from '../../primitives/Menu.tsx';
import { MoveButtons } from '../../primitives/MoveList.tsx';
import styles from './Floor.module.css';
import { beforeWhom } from './queue.ts';
import { lengthWords, lengthsWith } from './times.ts';

interface RequestActsProps {
  entry: FloorEntry;
  waiting: readonly FloorEntry[];
  name: string;
  /** Without `seconds`, for the usual time of the meeting. */
  onGive: (time: { seconds?: number | null }) => unknown;
  onMove: (beforeId: Id | null) => unknown;
  onDecline: () => void;
}

/** What those who run the meeting can do with one request. */
export function RequestActs(props: RequestActsProps) {
  const { entry, waiting, name, onGive, onMove, onDecline } = props;
  const { t } = useTranslation('floor');
  const times = lengthsWith(undefined).map((seconds) => ({
    id: String(seconds),
    label: lengthWords(t, seconds),
    onAction: () => void onGive({ seconds }),
  }));
  const decline = {
    id: 'decline',
    label: t('decline'),
    isDangerous: true,
    onAction: onDecline,
  };
  return (
    <div className={styles.requestActs}>
      <Button icon={MicVocal} onPress={() => onGive({})}>
        {t('give')}
        <span className="nt-hidden"> {name}</span>
      </Button>
      <MoveButtons
        labels={{ up: t('up', { name }), down: t('down', { name }), drag: t('drag', { name }) }}
        up={beforeWhom(waiting, entry.id, 'up')}
        down={beforeWhom(waiting, entry.id, 'down')}
        onMove={onMove}
      />
      <Menu
        label={t('moreFor', { name })}
        icon={Ellipsis}
        groups={[
          { id: 'times', title: t('giveFor'), items: times },
          { id: 'other', title: name, items: [decline] },
        ]}
      />
    </div>
  );
}
