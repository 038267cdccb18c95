import CircleHelp from 'lucide-react/icons/circle-question-mark';
import MenuIcon from 'lucide-react/icons/menu';
import { type ReactNode, Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { IconButton } from '../primitives/IconButton.tsx';
import type { ShellUser } from './AppShell.tsx';
import { DisplayMenu } from './DisplayMenu.tsx';
import { Mark } from './Mark.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import styles from './TopBar.module.css';
import type { PlaceGroup } from './navigation.ts';

interface TopBarProps {
  user: ShellUser;
  onSignOut: () => unknown;
  groups: readonly PlaceGroup[];
  watch?: ReactNode;
}

// Wanted only when opened.
const HelpSheet = lazy(() => import('./HelpSheet.tsx'));
const NavigationSheet = lazy(() => import('./NavigationSheet.tsx'));

type Opened = 'none' | 'help' | 'navigation';

export function TopBar({ user, onSignOut, groups, watch }: TopBarProps) {
  const { t } = useTranslation('shell');
  const [opened, setOpened] = useState<Opened>('none');
  const [wanted, setWanted] = useState<ReadonlySet<Opened>>(new Set());
  const open = (what: Opened) => {
    setWanted(new Set([...wanted, what]));
    setOpened(what);
  };
  const close = () => setOpened('none');
  return (
    <header className={styles.bar}>
      <div className={styles.menu}>
        <IconButton
          icon={MenuIcon}
          label={t('openNavigation')}
          onPress={() => open('navigation')}
        />
      </div>
      <RouterLink to="/" className={styles.product}>
        <Mark />
        <span className={styles.name}>{t('product', { ns: 'common' })}</span>
      </RouterLink>
      {watch}
      <div className={styles.tools}>
        <IconButton icon={CircleHelp} label={t('help')} onPress={() => open('help')} />
        <DisplayMenu />
        <PersonMenu user={user} onSignOut={onSignOut} />
      </div>
      <Suspense>
        {wanted.has('help') && <HelpSheet isOpen={opened === 'help'} onClose={close} />}
        {wanted.has('navigation') && (
          <NavigationSheet groups={groups} isOpen={opened === 'navigation'} onClose={close} />
        )}
      </Suspense>
    </header>
  );
}
