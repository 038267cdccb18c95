import { Outlet } from 'react-router';
import { useMe } from '../realtime/session.tsx';
import { AppShell } from './AppShell.tsx';

/** The shell with the signed-in person in it. */
export function ShellLayout() {
  const me = useMe();
  return (
    <AppShell user={me} onSignOut={me.signOut}>
      <Outlet />
    </AppShell>
  );
}
