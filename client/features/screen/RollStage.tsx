import Check from 'lucide-react/icons/check';
import Clock3 from 'lucide-react/icons/clock-3';
import { useTranslation } from 'react-i18next';
import type { Roll } from '../../../models/contracts/attendance.ts';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { isPresent } from '../../../models/presence.ts';
import { PersonTiles } from '../../primitives/PersonTiles.tsx';
import styles from './Screen.module.css';
import { Seats } from './SeatsStage.tsx';

/** More names than this cannot be read from the last row; the figures below say enough then. */
const mostNames = 42;

/** Before the first item: the roll as it fills. */
export function RollStage({ meeting, roll }: { meeting: Meeting; roll: Roll | undefined }) {
  const { t } = useTranslation('screen');
  const people = roll?.entries ?? [];
  const hasSeats = people.some(({ seat }) => seat !== '');
  return (
    <>
      <p className={styles.soft}>{meeting.bodyName}</p>
      <h1 className={styles.large}>{t('roll')}</h1>
      {hasSeats ? (
        <Seats roll={roll} speakerId={null} />
      ) : (
        people.length <= mostNames && (
          <PersonTiles
            label={t('roll')}
            people={people.map(({ personId, fullName, state }) =>
              isPresent(state)
                ? { id: personId, fullName, tone: 'for', icon: Check, meaning: t('seatPresent') }
                : { id: personId, fullName, tone: 'neutral', icon: Clock3, meaning: t('seatAway') },
            )}
          />
        )
      )}
    </>
  );
}
