import Clock3 from 'lucide-react/icons/clock-3';
import LogOut from 'lucide-react/icons/log-out';
import MailCheck from 'lucide-react/icons/mail-check';
import MonitorCheck from 'lucide-react/icons/monitor-check';
import UserCheck from 'lucide-react/icons/user-check';
import UserX from 'lucide-react/icons/user-x';
import { useTranslation } from 'react-i18next';
import type { AttendanceState } from '../../../../models/contracts/attendance.ts';
import { type Meaning, StatusBadge } from '../../../primitives/Badge.tsx';
import type { IconType } from '../../../primitives/Icon.tsx';

const looks: Record<AttendanceState, { meaning: Meaning; icon: IconType }> = {
  in_person: { meaning: 'for', icon: UserCheck },
  online: { meaning: 'for', icon: MonitorCheck },
  left: { meaning: 'attention', icon: LogOut },
  excused: { meaning: 'abstain', icon: MailCheck },
  absent: { meaning: 'against', icon: UserX },
  not_yet: { meaning: 'neutral', icon: Clock3 },
};

/** A state of the roll, always with the same icon, word and colour. */
export function AttendanceBadge({ state }: { state: AttendanceState }) {
  const { t } = useTranslation('roll');
  const { meaning, icon } = looks[state];
  return (
    <StatusBadge meaning={meaning} icon={icon} look={state === 'not_yet' ? 'plain' : 'soft'}>
      {t(`state.${state}`)}
    </StatusBadge>
  );
}
