import { useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { type SignedIn, getSession, signOut } from '../../../models/contracts/identity.ts';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { call } from '../../realtime/http.ts';
import { ConnectionProvider, useConnection } from '../../realtime/provider.tsx';
import { routeKey } from '../../realtime/queries.ts';
import { isRefusal, onRefusal } from '../../realtime/refusal.ts';
import { type Me, MeProvider, useSession } from '../../realtime/session.tsx';
import styles from './SessionGate.module.css';
import { forgetPerson } from './kept-answers.ts';
import { signInPath } from './next-path.ts';

// Few ever see these.
const ExpiredSession = lazy(() => import('./ExpiredSession.tsx'));
const FirstPasswordPage = lazy(() => import('./FirstPasswordPage.tsx'));

/** Lets signed-in people through to the pages below; everyone else signs in first and comes back here. */
export function SessionGate() {
  const { t } = useTranslation('identity');
  const here = useLocation();
  const { data, error, refetch } = useSession();
  const { person, line, isExpired } = usePersonKept(data?.person);
  const { isLeaving, leave, leaveAtOnce } = useLeaving();

  if (isLeaving) return <Navigate to="/sign-in" replace />;
  if (data === undefined) {
    if (error === null) return null;
    return (
      <main className={styles.unknown}>
        <ErrorState error={error} title={t('sessionUnknown')} onRetry={refetch} />
      </main>
    );
  }
  if (person === null) return <Navigate to={signInPath(here)} replace />;
  return (
    <>
      {person.mustChangePassword ? (
        <Suspense>
          <FirstPasswordPage onDone={refetch} onSignOut={leave} />
        </Suspense>
      ) : (
        <ConnectionProvider as={`${person.personId}/${line}`}>
          <SessionWatch />
          <SignedInPages key={person.personId} person={person} signOut={leave} />
        </ConnectionProvider>
      )}
      {isExpired && (
        <Suspense>
          <ExpiredSession username={person.username} onSomeoneElse={leaveAtOnce} />
        </Suspense>
      )}
    </>
  );
}

function SignedInPages({ person, signOut: leave }: { person: SignedIn; signOut: Me['signOut'] }) {
  const me = useMemo<Me>(
    () => ({ ...person, isStaff: person.systemRole !== 'member', signOut: leave }),
    [person, leave],
  );
  return (
    <MeProvider value={me}>
      <Outlet />
    </MeProvider>
  );
}

/**
 * Keeps the person whose session has ended, so that the page stays open behind the question for the
 * password. `line` counts the sessions: each needs a connection of its own, as the server reads the cookie once.
 */
function usePersonKept(now: SignedIn | null | undefined) {
  const [kept, setKept] = useState<{ person: SignedIn | null; line: number; isExpired: boolean }>({
    person: null,
    line: 0,
    isExpired: false,
  });
  if (now && now !== kept.person)
    setKept({ person: now, line: kept.line + (kept.isExpired ? 1 : 0), isExpired: false });
  if (now === null && kept.person !== null && !kept.isExpired)
    setKept({ ...kept, isExpired: true });
  return kept;
}

/** Signing out: afterwards nothing of the person is left in this tab. */
function useLeaving() {
  const client = useQueryClient();
  const [isLeaving, setLeaving] = useState(false);
  return useMemo(() => {
    const leaveAtOnce = () => {
      setLeaving(true);
      forgetPerson(client);
    };
    const leave = async () => {
      try {
        await call(signOut);
      } catch (error) {
        // Someone without a session is signed out already.
        if (!isRefusal(error, 'not_signed_in')) throw error;
      }
      leaveAtOnce();
    };
    return { isLeaving, leave, leaveAtOnce };
  }, [client, isLeaving]);
}

/** Asks the server who is signed in whenever it treats this tab as a stranger. */
function SessionWatch() {
  const client = useQueryClient();
  const { onRestored } = useConnection();
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey: routeKey(getSession) });
    const stops = [
      onRestored(ask),
      onRefusal((refusal) => {
        if (isRefusal(refusal, 'not_signed_in') || isRefusal(refusal, 'password_change_required'))
          ask();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, onRestored]);
  return null;
}
