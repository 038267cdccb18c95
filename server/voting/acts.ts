import type { AuditAction } from '../../models/contracts/audit.ts';
import type { Id } from '../../models/ids.ts';
import type { PollAct } from '../../models/voting/acts.ts';
import type { LedgerRow } from '../../models/voting/ledger.ts';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { VotingDeps } from './deps.ts';
import type { PollRow } from './store.ts';

/** Who acts: a person, or the server, because the time had come. */
export type Actor = Caller | 'system';

export const actorId = (actor: Actor): Id | null =>
  actor === 'system' ? null : (actor.person?.personId ?? null);

/** How the trace names a poll. */
const subjectOf = ({ number, question }: Pick<PollRow, 'number' | 'question'>): string =>
  `${number}. ${question.slice(0, 200)}`;

interface Trace {
  action: AuditAction;
  details?: Record<string, string | number | boolean | null>;
}
type Traced = Pick<PollRow, 'meetingId' | 'number' | 'question'>;

/** Writes the trace of what was done with a poll, in the transaction of the act. */
export const trace = (
  { audit }: Pick<VotingDeps, 'audit'>,
  tx: Db,
  actor: Actor,
  pollId: Id,
  poll: Traced,
  { action, details = {} }: Trace,
): Promise<void> =>
  audit.record(tx, actor, {
    action,
    subject: subjectOf(poll),
    meetingId: poll.meetingId,
    details: { pollId, ...details },
  });

/** Acts after which nothing more is voted: the record is signed with each. */
const signed: ReadonlySet<PollAct['type']> = new Set(['closed', 'announced', 'voided']);

/** Tells the ledger and the trace of an act, in its transaction. @returns its place in the ledger */
export async function record(
  deps: Pick<VotingDeps, 'audit' | 'ledger'>,
  tx: Db,
  actor: Actor,
  poll: Traced,
  act: PollAct,
  what: Trace,
): Promise<Pick<LedgerRow, 'sequence' | 'hash'>> {
  const place = await deps.ledger.append(tx, act);
  if (signed.has(act.type)) await deps.ledger.sign(tx, act.ledgerId);
  await trace(deps, tx, actor, act.ledgerId, poll, what);
  return place;
}
