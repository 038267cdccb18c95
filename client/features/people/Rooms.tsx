import Building from 'lucide-react/icons/building';
import { useTranslation } from 'react-i18next';
import type { RollEntry } from '../../../models/contracts/attendance.ts';
import { Icon } from '../../primitives/Icon.tsx';
import styles from './People.module.css';
import { PresenceSigns } from './PresenceSigns.tsx';
import type { RoomRow } from './people.ts';

interface RoomsProps {
  rooms: readonly RoomRow[];
  roll: readonly RollEntry[];
}

/** The rooms that take part as one, with those who sit there by the check-in at the door. */
export function Rooms({ rooms, roll }: RoomsProps) {
  const { t } = useTranslation('people');
  if (rooms.length === 0) return null;
  const inside = roll.filter(({ state }) => state === 'in_person');
  return (
    <section className={styles.rooms} aria-label={t('rooms')}>
      {rooms.map(({ peerId, name, presence }) => (
        <details key={peerId} className={styles.room}>
          <summary>
            <Icon of={Building} /> <span className={styles.name}>{name || t('rooms')}</span>{' '}
            <span className={styles.facts}>
              <PresenceSigns presence={presence} />
              {t('inRoom', { count: inside.length })}
            </span>
          </summary>
          <ul className={styles.seated}>
            {inside.map(({ personId, fullName, seat }) => (
              <li key={personId}>
                {fullName}
                {seat && <span className={styles.soft}> ({t('seat', { seat })})</span>}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
