import Undo2 from 'lucide-react/icons/undo-2';
import { useTranslation } from 'react-i18next';
import type { Floor, FloorEntry } from '../../../models/contracts/floor.ts';
import { Button } from '../../primitives/Button.tsx';
import styles from './Floor.module.css';
import type { NameOf } from './names.ts';
import { secondsToGoOn } from './queue.ts';
import { useFloorActs } from './useFloor.ts';

interface UndoEndProps {
  floor: Floor;
  /** The speech that was just ended. */
  ended: FloorEntry;
  nameOf: NameOf;
}

/** Lets a speaker go on whose speech was ended by mistake; while nobody else speaks. */
export function UndoEnd({ floor, ended, nameOf }: UndoEndProps) {
  const { t } = useTranslation('floor');
  const { give } = useFloorActs(floor);
  const { personId } = ended;
  return (
    <span className={styles.acts} role="status">
      {t('ended', nameOf(personId))}
      <Button kind="quiet" icon={Undo2} onPress={() => give({ personId }, secondsToGoOn(ended))}>
        {t('undoEnd')}
      </Button>
    </span>
  );
}
