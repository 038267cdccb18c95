import CircleDashed from 'lucide-react/icons/circle-dashed';
import MapPin from 'lucide-react/icons/map-pin';
import MicVocal from 'lucide-react/icons/mic-vocal';
import Hand from 'lucide-react/icons/hand';
import LogOut from 'lucide-react/icons/log-out';
import UserX from 'lucide-react/icons/user-x';
import Video from 'lucide-react/icons/video';
import { useTranslation } from 'react-i18next';
import type { AttendanceState } from '../../../models/contracts/attendance.ts';
import { isPresent } from '../../../models/presence.ts';
import { Badge, StatusBadge } from '../../primitives/Badge.tsx';
import { useMe } from '../../realtime/session.tsx';
import styles from './People.module.css';
import { PresenceSigns } from './PresenceSigns.tsx';
import type { PersonRow } from './people.ts';

const icons: Record<AttendanceState, typeof MapPin> = {
  in_person: MapPin,
  online: Video,
  left: LogOut,
  excused: UserX,
  absent: UserX,
  not_yet: CircleDashed,
};

interface PersonWordsProps {
  row: PersonRow;
  knowsMedia: boolean;
}

/** Who it is, whether they are there, and how they are seen and heard. */
export function PersonWords({ row, knowsMedia }: PersonWordsProps) {
  const { t } = useTranslation('people');
  const me = useMe();
  const { fullName, office, role, state, presence, floor } = row;
  return (
    <div className={styles.words}>
      <p>
        <span className={styles.name}>{fullName}</span>
        {row.personId === me.personId && ` (${t('you')})`}{' '}
        {(role === 'chair' || role === 'guest') && <Badge>{t(`role.${role}`)}</Badge>}
      </p>
      {office && <p className={styles.office}>{office}</p>}
      <p className={styles.facts}>
        {floor && (
          <StatusBadge meaning="neutral" icon={floor === 'speaking' ? MicVocal : Hand}>
            {t(`floor.${floor}`)}
          </StatusBadge>
        )}
        {state && (
          <StatusBadge
            meaning={isPresent(state) ? 'for' : 'neutral'}
            icon={icons[state]}
            look="plain"
          >
            {t(`state.${state}`)}
          </StatusBadge>
        )}
        {presence && <PresenceSigns presence={presence} />}
        {knowsMedia && presence === null && state === 'online' && <span>{t('notInRoom')}</span>}
      </p>
    </div>
  );
}
