import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { type Theme, usePageTheme } from '../primitives/theme.ts';
import { OfflineNotice } from './OfflineNotice.tsx';
import styles from './BareLayout.module.css';

export interface BareLayoutProps {
  /** What suits the page: the room, the kiosk and the big screen are dark, signing in is light. */
  theme?: Theme;
  /** Never a scroll bar, for the kiosk and the big screen. */
  isFixed?: boolean;
}

/** A page that fills the window, without navigation: signing in, the room, kiosk and big screen. */
export function BareLayout({ theme = 'dark', isFixed = false }: BareLayoutProps) {
  usePageTheme(theme);
  return (
    <div className={isFixed ? styles.fixed : styles.bare}>
      <OfflineNotice />
      <Suspense>
        <Outlet />
      </Suspense>
    </div>
  );
}
