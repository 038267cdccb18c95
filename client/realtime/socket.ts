import { io } from 'socket.io-client';
import type { ConnectionSettings } from './connection.ts';
import type { Line } from './outbox.ts';

interface SocketEvents {
  opened(line: Line): void;
  broke(): void;
  heard(name: string, data: unknown): void;
}

/** Reconnects soon after a short loss, and spread out in time, so that a whole hall does not come back at once. */
const reconnection = {
  reconnectionDelay: 300,
  reconnectionDelayMax: 3000,
  randomizationFactor: 0.5,
};

/** Milliseconds that a line has to answer after the network changed. */
const answerWithin = 2000;

/**
 * Holds a socket.io connection open until it is ended, whoever breaks it.
 * @returns what ends it
 */
export function openSocket(settings: ConnectionSettings, events: SocketEvents): () => void {
  const socket = io(settings.origin ?? '/', {
    ...reconnection,
    // A WebSocket at once; where something in between swallows it, plain HTTP.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    timeout: 8000,
    // One connection for each identity: the server reads the cookies when the line is opened.
    forceNew: true,
    withCredentials: true,
    ...(settings.headers && { extraHeaders: settings.headers }),
  });
  let heardAt = 0;
  let stood = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const heardSomething = () => void (heardAt = Date.now());

  const line: Line = {
    emit: (name, envelope, answered) => void socket.emit(name, envelope, answered),
    heardAt: () => heardAt,
    // Any answer will do, even that there is no such action.
    probe: () => void socket.emit('line:probe', null, heardSomething),
    drop: () => void socket.io.engine.close(),
  };
  socket.on('connect', () => {
    stood = true;
    socket.io.engine.on('packet', heardSomething);
    events.opened(line);
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    events.broke();
    // The server closed the line on purpose: it restarts, or the session has ended. Asking again tells which.
    if (reason === 'io server disconnect') again = setTimeout(() => socket.connect(), 500);
  });
  socket.on('connect_error', () => {
    if (!stood) events.broke();
  });
  socket.onAny((name: string, data: unknown) => events.heard(name, data));

  const hurry = () => {
    if (!socket.connected) return void socket.disconnect().connect();
    // The network is back, or another one: the line may stand only by name.
    const askedAt = Date.now();
    line.probe();
    setTimeout(() => heardAt < askedAt && line.drop(), answerWithin);
  };
  globalThis.addEventListener?.('online', hurry);
  return () => {
    globalThis.removeEventListener?.('online', hurry);
    clearTimeout(again);
    socket.disconnect();
  };
}
