import type { Verdict } from '../../models/contracts/verdict.ts';
import { AppError } from '../../models/errors.ts';
import type { SlipAct } from '../../models/voting/slip-acts.ts';
import { type SlipBasis, slipVerdicts } from '../../models/voting/slip-count.ts';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { putOnAgenda } from './agenda.ts';
import { readAnswers, readRecipients } from './answers-store.ts';
import { type OpinionsDeps, slipIn, subjectOf } from './deps.ts';
import { isAgreed, mayClose } from './rules.ts';
import { type SlipRow, saveSlip } from './store.ts';

/** What was frozen at sending. */
async function basisOf(db: Db, slip: SlipRow): Promise<SlipBasis> {
  const { items, ruleSet, members, membersWeight } = slip;
  if (ruleSet === null || members === null || membersWeight === null)
    throw new Error('a slip that was sent without rules');
  return { items, ruleSet, members, membersWeight, recipients: await readRecipients(db, slip.id) };
}

/**
 * Closes a slip in the transaction of the act: works out what came of each item, and puts the result on the agenda of
 * the next session.
 * @param by `system` when the deadline has come
 * @returns what is to be done after the commit
 */
export async function closeSlip(
  deps: OpinionsDeps,
  tx: Db,
  by: Caller | 'system',
  slip: SlipRow,
): Promise<readonly (() => void)[]> {
  const { clock, ledger, audit } = deps;
  const at = clock.now();
  const answers = await readAnswers(tx, slip.id);
  const basis = slip.state === 'draft' ? null : await basisOf(tx, slip);
  const counts = { recipients: basis?.recipients.length ?? 0, answered: answers.length };
  const refusal = mayClose({ ...slip, ...counts, now: at });
  if (refusal !== null || basis === null) throw new AppError(refusal ?? 'slip_state');
  const verdicts = slipVerdicts(basis, answers);
  const kept: Record<number, Verdict> = Object.fromEntries(
    verdicts.map(({ key, verdict }) => [key, verdict]),
  );
  await saveSlip(tx, slip.id, { state: 'closed', closedAt: at, verdicts: kept });
  const personId = by === 'system' ? null : (by.person?.personId ?? null);
  const act: SlipAct = { type: 'slip_closed', ledgerId: slip.id, at, by: personId, verdicts };
  await ledger.append(tx, act);
  await ledger.sign(tx, slip.id);
  const agreed = verdicts.filter(({ verdict }) => isAgreed(verdict)).length;
  const details = { cast: answers.length, voters: counts.recipients, carried: agreed };
  await audit.record(tx, by, { action: 'slip.closed', subject: subjectOf(slip), details });
  return putOnAgenda(deps, tx, await slipIn(tx, slip.id));
}
