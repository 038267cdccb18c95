import type { z } from 'zod';
import { type Action, Answer, type NoticeKind } from '../../models/contracts/event.ts';
import { enterMeeting, leaveMeeting } from '../../models/contracts/meetings.ts';
import { type Id, newId } from '../../models/ids.ts';
import { type Followed, createFollowed } from './followed.ts';
import { createNotices, createSignal } from './listeners.ts';
import { type Line, type Outbox, createOutbox } from './outbox.ts';
import { Refusal, parseReceived, parseSent, refusalOf } from './refusal.ts';
import { noteServerTime } from './server-clock.ts';
import type { openSocket } from './socket.ts';

/** `connecting` until the first line stands; `offline` while a broken one is being replaced. */
export type ConnectionState = 'connecting' | 'online' | 'offline';

export interface RequestOptions {
  /** Names the act: the same id again is the same act. A new one when left out. */
  requestId?: Id;
  /** How long to wait in all, over short losses of the network; 20 seconds when left out. */
  patienceMs?: number;
  /** False for what belongs to one line only, such as media: refused as `offline` when the line breaks. */
  acrossReconnect?: boolean;
}

/** The one live connection of this tab. */
export interface Connection {
  /**
   * Asks the server. After a break the request is sent again under the same id, which the server answers
   * as it did the first time.
   * @throws Refusal with the code of the server, `invalid_input`, `offline` or `timeout`
   */
  request<Q extends z.ZodType, A extends z.ZodType>(
    action: Action<Q, A>,
    data: z.input<Q>,
    options?: RequestOptions,
  ): Promise<z.infer<A>>;
  /** Hears a notice; returns what ends that. */
  on<D extends z.ZodType>(kind: NoticeKind<D>, handler: (data: z.infer<D>) => void): () => void;
  /**
   * Enters a meeting, so that its notices arrive, and again after each reconnect, until all who follow it
   * have stopped. The listener hears how it stands, at once and whenever that changes.
   */
  follow: Followed['follow'];
  /** Runs when a new line stands and the followed meetings are entered again: read anew what may have changed. */
  onRestored(handler: () => void): () => void;
  state(): ConnectionState;
  /** Calls back when the state changes. */
  onState(listener: () => void): () => void;
  /** Opens the line; does nothing when it is open. */
  open(): void;
  /** Closes the line; what waits is refused as `offline`. */
  close(): void;
}

export interface ConnectionSettings {
  /** Whose cookie the server is to see. A change of person needs a new connection. */
  as: string;
  /** Where the server is; left out, the origin of the page. */
  origin?: string;
  /** For programs that are no browsers. */
  headers?: Record<string, string>;
}

const usualPatienceMs = 20_000;

export function createConnection(settings: ConnectionSettings): Connection {
  const outbox = createOutbox();
  const notices = createNotices();
  const restored = createSignal();
  const changed = createSignal();
  let state: ConnectionState = 'connecting';
  let stood = false;
  let end: (() => void) | null = null;

  const setState = (next: ConnectionState) => {
    if (next === state) return;
    state = next;
    changed.fire();
  };
  const request = requestOver(outbox);
  const followed = createFollowed(
    (meetingId) => request(enterMeeting, { meetingId }),
    (meetingId) => {
      // Whoever is offline has left already: the server forgets a line that broke.
      if (state === 'online') request(leaveMeeting, { meetingId }).catch(() => undefined);
    },
  );
  const opened = async (line: Line) => {
    setState('online');
    outbox.lineOpened(line);
    if (!stood) {
      stood = true;
      return;
    }
    await followed.enterAgain();
    restored.fire();
  };
  const broke = () => {
    // Also when the first line could not be opened: what was refused meanwhile is entered on the next.
    stood = true;
    outbox.lineBroke();
    setState('offline');
  };
  const start = async () => {
    let closed = false;
    end = () => void (closed = true);
    const openSocket = await loadSocket(broke);
    if (closed) return;
    end = openSocket(settings, {
      opened: (line) => void opened(line),
      broke,
      heard: notices.heard,
    });
  };

  return {
    request,
    on: notices.on,
    follow: followed.follow,
    onRestored: restored.listen,
    state: () => state,
    onState: changed.listen,
    open() {
      if (end === null) void start();
    },
    close() {
      end?.();
      end = null;
      outbox.close();
      setState('connecting');
    },
  };
}

/** The code comes over the same network; a page that got lost on its first way tries again. */
async function loadSocket(failed: () => void): Promise<typeof openSocket> {
  for (;;) {
    try {
      return (await import('./socket.ts')).openSocket;
    } catch {
      failed();
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
}

function requestOver(outbox: Outbox): Connection['request'] {
  return async (action, data, options = {}) => {
    const { requestId = newId(), patienceMs = usualPatienceMs, acrossReconnect = true } = options;
    const parsed = parseSent(action.request, data);
    const sentAt = Date.now();
    const raw = await outbox.post(action.name, parsed, { requestId, patienceMs, acrossReconnect });
    const answer = Answer.safeParse(raw);
    if (!answer.success) throw new Refusal('internal', requestId);
    if (!answer.data.ok) throw refusalOf(answer.data.error, 'internal', requestId);
    noteServerTime(answer.data.data, sentAt, Date.now());
    return parseReceived(action.response, answer.data.data, requestId);
  };
}
