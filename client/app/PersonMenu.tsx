import LogOut from 'lucide-react/icons/log-out';
import UserRound from 'lucide-react/icons/user-round';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Avatar } from '../primitives/Avatar.tsx';
import { Menu } from '../primitives/Menu.tsx';
import type { ShellUser } from './AppShell.tsx';
import styles from './PersonMenu.module.css';

interface PersonMenuProps {
  user: ShellUser;
  onSignOut: () => unknown;
}

/** Who is signed in; the own details and signing out behind it. */
export function PersonMenu({ user, onSignOut }: PersonMenuProps) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  return (
    <Menu
      label={t('personMenu', { name: user.fullName })}
      trigger={
        <>
          <Avatar name={user.fullName} size="small" />
          <span className={styles.words}>
            <span className={styles.name}>{user.fullName}</span>
            <span className={styles.office}>{user.office || t(`roles.${user.systemRole}`)}</span>
          </span>
        </>
      }
      groups={[
        {
          id: 'person',
          title: user.fullName,
          items: [
            {
              id: 'profile',
              label: t('profile'),
              icon: UserRound,
              onAction: () => void navigate('/me'),
            },
            { id: 'signOut', label: t('signOut'), icon: LogOut, onAction: () => void onSignOut() },
          ],
        },
      ]}
    />
  );
}
