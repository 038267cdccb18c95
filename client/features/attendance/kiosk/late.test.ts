import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { getKeepingKey } from '../../../../models/contracts/kiosk.ts';
import { AppError } from '../../../../models/errors.ts';
import { newId } from '../../../../models/ids.ts';
import type { Connection } from '../../../realtime/connection.ts';
import { createLateAttempts } from './late.ts';

/** A line that breaks and comes back; `answer` is what the server says to an attempt. */
function createLine(answer: (data: object) => object) {
  const listeners = new Set<() => void>();
  let state: ReturnType<Connection['state']> = 'offline';
  const key = { key: btoa(String.fromCodePoint(...new Uint8Array(32).fill(7))) };
  const connection: Pick<Connection, 'request' | 'state' | 'onState'> = {
    request: async (action, data) =>
      action.response.parse(action.name === getKeepingKey.name ? key : answer(Object(data))),
    state: () => state,
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const become = (next: typeof state) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return { connection, become };
}

afterEach(() => vi.restoreAllMocks());

describe('someone of whom nothing could be kept', () => {
  it('[KL7] is told to the server when the line is back, and forgotten only once it has answered', async () => {
    const told: object[] = [];
    let isTaken = false;
    const line = createLine((data) => {
      told.push(data);
      if (!isTaken) throw new AppError('offline');
      return { outcome: 'unmatched', reason: 'not_kept' };
    });
    const late = createLateAttempts(line.connection);
    const meetingId = newId();
    // There was no line yet, and so no key.
    expect(await late.keep(meetingId, { code: '123456' })).toBe(false);
    expect(late.waiting()).toBe(1);
    line.become('online');
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(late.waiting()).toBe(1);
    isTaken = true;
    line.become('online');
    await vi.waitFor(() => expect(late.waiting()).toBe(0));
    expect(told).toHaveLength(2);
    expect(told[1]).toMatchObject({ meetingId, sign: { lost: 'not_kept', method: 'code' } });
    expect(JSON.stringify(told)).not.toContain('123456');
    late.stop();
  });
});
