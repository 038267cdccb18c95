import {
  type ReactNode,
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { z } from 'zod';
import type { NoticeKind } from '../../models/contracts/event.ts';
import type { Id } from '../../models/ids.ts';
import { type Connection, type ConnectionState, createConnection } from './connection.ts';
import type { FollowState } from './followed.ts';

const ConnectionContext = createContext<Connection | null>(null);

interface ConnectionProviderProps {
  /** The id of the signed-in person or of the device; another one gets a new connection. */
  as: string;
  children: ReactNode;
}

/** Opens the tab's connection and closes it when the person or the page is gone. */
export function ConnectionProvider({ as, children }: ConnectionProviderProps) {
  const connection = useMemo(() => createConnection({ as }), [as]);
  useEffect(() => {
    connection.open();
    return () => connection.close();
  }, [connection]);
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}

/** The tab's connection; only below a `ConnectionProvider`. */
export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (connection === null) throw new Error('useConnection needs a ConnectionProvider above it');
  return connection;
}

export function useConnectionState(): ConnectionState {
  const { onState, state } = useConnection();
  return useSyncExternalStore(onState, state);
}

/** Hears a notice while the component stands; the handler may be a new function each time. */
export function useNotice<D extends z.ZodType>(
  kind: NoticeKind<D>,
  handler: (data: z.infer<D>) => void,
): void {
  const connection = useConnection();
  const latest = useLatest(handler);
  useEffect(() => connection.on(kind, (data) => latest.current(data)), [connection, kind, latest]);
}

/** Runs after each reconnect, when the followed meetings are entered again: refetch here. */
export function useRestored(handler: () => void): void {
  const connection = useConnection();
  const latest = useLatest(handler);
  useEffect(() => connection.onRestored(() => latest.current()), [connection, latest]);
}

const entering: FollowState = { state: 'entering' };

/** Follows a meeting while the component stands, so that its notices arrive. */
export function useFollowMeeting(meetingId: Id): FollowState {
  const connection = useConnection();
  const [follow, setFollow] = useState({ connection, meetingId, now: entering });
  useEffect(
    () => connection.follow(meetingId, (now) => setFollow({ connection, meetingId, now })),
    [connection, meetingId],
  );
  // Just after a change of meeting, what is known is still about the one before.
  const isOfThis = follow.connection === connection && follow.meetingId === meetingId;
  return isOfThis ? follow.now : entering;
}

function useLatest<T>(value: T) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
