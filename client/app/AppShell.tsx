import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { SystemRole } from '../../models/contracts/identity.ts';
import { Skeleton } from '../primitives/Skeleton.tsx';
import { usePageTheme } from '../primitives/theme.ts';
import styles from './AppShell.module.css';
import { Navigation } from './Navigation.tsx';
import { OfflineNotice } from './OfflineNotice.tsx';
import { TopBar } from './TopBar.tsx';
import { placesOf } from './navigation.ts';

/** Who is signed in, as far as the frame shows it. */
export interface ShellUser {
  fullName: string;
  /** Chức vụ; may be empty. */
  office: string;
  systemRole: SystemRole;
}

export interface AppShellProps {
  user: ShellUser;
  onSignOut: () => unknown;
  /** What must not be missed on any page, in the top bar. */
  watch?: ReactNode;
  children: ReactNode;
}

/** The frame around papers and administration: top bar, navigation, the page. */
export function AppShell({ user, onSignOut, watch, children }: AppShellProps) {
  const { t } = useTranslation('shell');
  const groups = placesOf(user.systemRole);
  const main = useFocusOnMove();
  usePageTheme('light');
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <TopBar user={user} onSignOut={onSignOut} groups={groups} watch={watch} />
      <div className={styles.body}>
        <aside className={styles.side}>
          <Navigation groups={groups} />
        </aside>
        <main ref={main} id="main" tabIndex={-1} className={styles.main}>
          <OfflineNotice />
          <div className={styles.page}>
            <Suspense fallback={<Skeleton lines={5} />}>{children}</Suspense>
          </div>
        </main>
      </div>
    </div>
  );
}

/** After moving to another page the focus stands at its beginning, so that it is read from there. */
function useFocusOnMove() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
