import { useTranslation } from 'react-i18next';
import type { Roll } from '../../../models/contracts/attendance.ts';
import type { Id } from '../../../models/ids.ts';
import { SeatMap } from '../../primitives/SeatMap.tsx';
import { type SeatState, seatsOf } from '../../primitives/seats.ts';
import styles from './Screen.module.css';

interface SeatsStageProps {
  roll: Roll | undefined;
  speakerId: Id | null;
}

/** The seats of the room, as they fill. */
export function SeatsStage(props: SeatsStageProps) {
  const { t } = useTranslation('screen');
  return (
    <>
      <h1 className={styles.soft}>{t('seats')}</h1>
      <Seats {...props} />
    </>
  );
}

export function Seats({ roll, speakerId }: SeatsStageProps) {
  const { t } = useTranslation(['screen', 'common']);
  const word = (state: SeatState) => t(`seat.${state}`, { ns: 'common' });
  const seats = seatsOf(roll?.entries ?? [], speakerId, word);
  return (
    <div className={styles.seats} data-many={seats.length > 40 || undefined}>
      <SeatMap label={t('seats')} seats={seats} />
    </div>
  );
}
