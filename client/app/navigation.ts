import Building2 from 'lucide-react/icons/building-2';
import CalendarDays from 'lucide-react/icons/calendar-days';
import CalendarPlus from 'lucide-react/icons/calendar-plus';
import ChartColumn from 'lucide-react/icons/chart-column';
import DoorOpen from 'lucide-react/icons/door-open';
import FilePenLine from 'lucide-react/icons/file-pen-line';
import History from 'lucide-react/icons/history';
import House from 'lucide-react/icons/house';
import MailQuestionMark from 'lucide-react/icons/mail-question-mark';
import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone';
import ScanFace from 'lucide-react/icons/scan-face';
import UserRound from 'lucide-react/icons/user-round';
import UsersRound from 'lucide-react/icons/users-round';
import type { SystemRole } from '../../models/contracts/identity.ts';
import type { Resources } from '../locales/resources.ts';
import type { IconType } from '../primitives/Icon.tsx';

export interface Place {
  to: string;
  text: Exclude<keyof Resources['shell'], 'roles'>;
  icon: IconType;
}
export interface PlaceGroup {
  id: string;
  /** The heading; the first group needs none. */
  text?: 'administration';
  places: readonly Place[];
}

const everyone: PlaceGroup = {
  id: 'everyone',
  places: [
    { to: '/', text: 'home', icon: House },
    { to: '/meetings', text: 'meetings', icon: CalendarDays },
    { to: '/slips', text: 'slips', icon: FilePenLine },
  ],
};

const administration: PlaceGroup = {
  id: 'administration',
  text: 'administration',
  places: [
    { to: '/admin/meetings', text: 'adminMeetings', icon: CalendarPlus },
    { to: '/admin/slips', text: 'adminSlips', icon: MailQuestionMark },
    { to: '/admin/bodies', text: 'bodies', icon: UsersRound },
    { to: '/admin/people', text: 'people', icon: UserRound },
    { to: '/admin/faces', text: 'faces', icon: ScanFace },
    { to: '/admin/organisations', text: 'organisations', icon: Building2 },
    { to: '/admin/rooms', text: 'rooms', icon: DoorOpen },
    { to: '/admin/devices', text: 'devices', icon: MonitorSmartphone },
    { to: '/admin/attendance', text: 'attendance', icon: ChartColumn },
    { to: '/admin/audit', text: 'audit', icon: History },
  ],
};

/** Where a person may go from the navigation, by system role. */
export const placesOf = (role: SystemRole): readonly PlaceGroup[] =>
  role === 'member' ? [everyone] : [everyone, administration];
