import { getKeepingKey, sendLate } from '../../../../models/contracts/kiosk.ts';
import { AppError } from '../../../../models/errors.ts';
import { type Id, newId } from '../../../../models/ids.ts';
import type { Connection } from '../../../realtime/connection.ts';
import { clockOffset } from '../../../realtime/server-clock.ts';
import { pause } from '../camera/frames.ts';
import { type Keeping, openKeeping } from './keeping.ts';
import { type Attempt, importKey } from './sealing.ts';

/** Keeps attempts while the kiosk is cut off, and sends them in order once it is not. */
export interface LateAttempts {
  /** @returns false when it could not be kept */
  keep(meetingId: Id, sign: Attempt['sign']): Promise<boolean>;
  /** How many wait to be sent. */
  waiting(): number;
  onChange(listener: () => void): () => void;
  stop(): void;
}

const soonMs = 2_000;
/** The server counts wrong codes by the minute. */
const laterMs = 20_000;
const shedEveryMs = 600_000;

type Line = Pick<Connection, 'request' | 'state' | 'onState'>;

export function createLateAttempts(connection: Line): LateAttempts {
  const listeners = new Set<() => void>();
  let keeping: Keeping | null = null;
  let waiting = 0;
  let isSending = false;
  let stopped = false;
  const opening = openKeeping().then(
    (opened) => (keeping = opened),
    () => null,
  );
  const recount = async () => {
    waiting = (await keeping?.count()) ?? 0;
    for (const listener of listeners) listener();
  };

  const isOnline = () => !stopped && connection.state() === 'online';
  const sendOldest = async (kept: Keeping): Promise<boolean> => {
    const found = await kept.oldest();
    if (found === null) return false;
    const { id: requestId, ...late } = found.late;
    try {
      await connection.request(sendLate, late, { requestId, acrossReconnect: false });
      await found.remove();
    } catch (error) {
      const wait = waitAfter(error);
      if (wait !== null) await pause(wait);
      // The server will never take it, but hears next that someone was there.
      else if ('lost' in late.sign) await found.remove();
      else await found.lose('unreadable');
    }
    await recount();
    return true;
  };
  const send = async () => {
    await opening;
    if (keeping === null || isSending || !isOnline()) return;
    isSending = true;
    try {
      await takeKey(connection, keeping);
      while (isOnline() && (await sendOldest(keeping)));
    } catch {
      // The line broke again; the next one goes on.
    } finally {
      isSending = false;
      await recount();
    }
  };
  const unhear = connection.onState(() => void send());
  const shedding = setInterval(() => void keeping?.shed().catch(() => undefined), shedEveryMs);
  void send();

  return {
    async keep(meetingId, sign) {
      await opening;
      const at = new Date(Date.now() + clockOffset()).toISOString();
      const isKept = await keeping?.keep({ id: newId(), meetingId, at, sign }).catch(() => false);
      await recount();
      // The line may have come back in between.
      void send();
      return isKept ?? false;
    },
    waiting: () => waiting,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop() {
      stopped = true;
      unhear();
      clearInterval(shedding);
      listeners.clear();
      void opening.then(() => keeping?.close());
    },
  };
}

async function takeKey(connection: Line, keeping: Keeping): Promise<void> {
  const { key } = await connection.request(getKeepingKey, {}, { acrossReconnect: false });
  await keeping.setKey(await importKey(key));
}

/** How long to wait before it is sent again; null when the server will never take it. */
function waitAfter(error: unknown): number | null {
  if (!(error instanceof AppError)) throw error;
  switch (error.code) {
    case 'invalid_input':
    case 'not_found':
    case 'face_image_invalid':
    case 'face_image_too_large':
      return null;
    case 'face_busy':
      return soonMs;
    case 'offline':
    case 'timeout':
      throw error;
    default:
      return laterMs;
  }
}
