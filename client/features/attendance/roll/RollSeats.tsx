import { useState } from 'react';
import Armchair from 'lucide-react/icons/armchair';
import { useTranslation } from 'react-i18next';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { SeatMap } from '../../../primitives/SeatMap.tsx';
import { type SeatState, seatsOf } from '../../../primitives/seats.ts';
import { useFloor } from '../../../realtime/floor.ts';
import styles from './Roll.module.css';

interface RollSeatsProps {
  meetingId: Id;
  entries: readonly RollEntry[];
}

/** Who sits where, from the check-in at the door; folded away until it is asked for. */
export function RollSeats({ meetingId, entries }: RollSeatsProps) {
  const { t } = useTranslation(['roll', 'common']);
  const [isOpen, setOpen] = useState(false);
  const speaker = useFloor(meetingId)?.entries.find(({ state }) => state === 'speaking');
  const word = (state: SeatState) => t(`seat.${state}`, { ns: 'common' });
  return (
    <div className={styles.seats}>
      <Button kind="quiet" icon={Armchair} onPress={() => setOpen(!isOpen)}>
        {t(isOpen ? 'hideSeats' : 'showSeats')}
      </Button>
      {isOpen && (
        <SeatMap label={t('seats')} seats={seatsOf(entries, speaker?.personId ?? null, word)} />
      )}
    </div>
  );
}
