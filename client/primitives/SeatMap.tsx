import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import type { PersonTile } from './PersonTiles.tsx';
import tones from './PersonTiles.module.css';
import styles from './SeatMap.module.css';
import { cx } from './cx.ts';
import { seatRows } from './seat-rows.ts';
import { shortNames } from './short-name.ts';

export interface Seat extends PersonTile {
  /** The label of the seat, such as `B07`. */
  seat: string;
  /** Has the floor now. */
  isSpeaking?: boolean;
}

/** Who sits where, row by row, the first row nearest to the chair; sized by the text around it. */
export function SeatMap({ label, seats }: { label: string; seats: readonly Seat[] }) {
  const { t } = useTranslation();
  const names = shortNames(seats.map(({ fullName }) => fullName));
  const nameOf = new Map(seats.map(({ id }, at) => [id, names[at]]));
  return (
    <div className={styles.map} role="group" aria-label={label}>
      {seatRows(seats).map((row) => (
        <ul
          key={row.name + (row.seats[0]?.id ?? '')}
          className={styles.row}
          aria-label={row.name === '' ? label : t('seatRow', { name: row.name })}
        >
          {row.seats.map(({ id, seat, fullName, tone, icon, meaning, isSpeaking }) => (
            <li
              key={id}
              className={cx(styles.seat, tones[tone])}
              data-speaking={isSpeaking || undefined}
              title={`${seat} · ${fullName}: ${meaning}`}
            >
              <span className={styles.place}>
                <Icon of={icon} size="1em" /> {seat}
              </span>
              <span className={styles.name}>{nameOf.get(id)}</span>
              <span className="nt-hidden">: {meaning}</span>
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}
