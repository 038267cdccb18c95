import { createHash } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import { AppError } from '../../models/errors.ts';
import { answeredRequests } from '../../models/tables/platform.ts';
import type { Db } from './database.ts';
import { preparedFor } from './prepared.ts';

/** Names one request of one caller. */
export interface Once {
  callerId: string;
  requestId: string;
  /** From `fingerprintOf`. */
  fingerprint: string;
  /** When the request came, ISO 8601. */
  at: string;
}

/** A hash of what was asked, to tell a retry from another request under the same id. */
export const fingerprintOf = (name: string, input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([name, withBytesHashed(input)]))
    .digest('base64url');

/** Pictures as their hashes: spelt out as JSON they would be many times their size. */
function withBytesHashed(value: unknown): unknown {
  if (value instanceof Uint8Array)
    return { bytes: createHash('sha256').update(value).digest('base64url') };
  if (Array.isArray(value)) return value.map(withBytesHashed);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withBytesHashed(one)]));
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const { placeholder } = sql;

const findAnswer = preparedFor((db) =>
  db
    .select()
    .from(answeredRequests)
    .where(
      and(
        eq(answeredRequests.callerId, placeholder('callerId')),
        eq(answeredRequests.requestId, placeholder('requestId')),
      ),
    )
    .prepare(),
);

const insertAnswer = preparedFor((db) =>
  db
    .insert(answeredRequests)
    .values({
      callerId: placeholder('callerId'),
      requestId: placeholder('requestId'),
      fingerprint: placeholder('fingerprint'),
      answer: placeholder('answer'),
      at: placeholder('at'),
    })
    .prepare(),
);

/**
 * The answer that was given before, for what should not even be worked out again.
 * @throws AppError `request_id_reused`
 */
export async function earlierAnswer<T>(db: Db, once: Once): Promise<{ answer: T } | undefined> {
  const { callerId, requestId, fingerprint } = once;
  const [earlier] = await findAnswer(db).execute({ callerId, requestId });
  if (earlier === undefined) return undefined;
  if (earlier.fingerprint !== fingerprint) throw new AppError('request_id_reused');
  // What was stored is what an earlier run of the same work returned.
  return { answer: earlier.answer as T };
}

/**
 * Runs `work` once for each request: its answer is kept in the same transaction as its effects, so that a
 * retry after a lost reply, or after a crash, gets the first answer.
 * @throws AppError `request_id_reused`
 */
export async function answerOnce<T>(tx: Db, once: Once, work: (tx: Db) => Promise<T>): Promise<T> {
  const { callerId, requestId, fingerprint, at } = once;
  const earlier = await earlierAnswer<T>(tx, once);
  if (earlier !== undefined) return earlier.answer;
  const answer = await work(tx);
  await insertAnswer(tx).execute({ callerId, requestId, fingerprint, answer, at });
  return answer;
}

/** Drops answers that no client can still be waiting for. */
export async function forgetAnswersBefore(tx: Db, instant: string): Promise<void> {
  await tx.delete(answeredRequests).where(lt(answeredRequests.at, instant));
}
