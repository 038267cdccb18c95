import { Suspense, lazy } from 'react';
import { Outlet } from 'react-router';
import { loadTexts } from '../locales/index.ts';
import { useMe } from '../realtime/session.tsx';
import { AppShell } from './AppShell.tsx';
import { SlipAlerts } from './SlipAlerts.tsx';

// For the staff alone, and after the page stands.
const DoorWatch = lazy(async () => {
  const [{ DoorWatch: Watch }] = await Promise.all([
    import('../features/admission/DoorWatch.tsx'),
    loadTexts('door'),
  ]);
  return { default: Watch };
});

/** The shell with the signed-in person in it. */
export function ShellLayout() {
  const me = useMe();
  return (
    <AppShell
      user={me}
      onSignOut={me.signOut}
      watch={
        me.isStaff && (
          <Suspense>
            <DoorWatch />
          </Suspense>
        )
      }
    >
      <SlipAlerts />
      <Outlet />
    </AppShell>
  );
}
