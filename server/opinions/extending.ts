import { slipExtended } from '../../models/contracts/opinions.ts';
import { AppError } from '../../models/errors.ts';
import type { SlipAct } from '../../models/voting/slip-acts.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { readRecipients } from './answers-store.ts';
import { type OpinionsDeps, subjectOf } from './deps.ts';
import { mayExtend, remindersAgain } from './rules.ts';
import { type SlipRow, deleteReminders, readReminders, saveSlip } from './store.ts';

export interface Extension {
  /** The new one. */
  deadline: string;
  reason: string;
}

/**
 * Puts a deadline off in the transaction of the act. What was planned to remind before it, reminds before the new one.
 * @returns what is to be done after the commit
 */
export async function extendSlip(
  { clock, ledger, audit, publisher }: OpinionsDeps,
  tx: Db,
  caller: Caller,
  slip: SlipRow,
  { deadline, reason }: Extension,
): Promise<readonly (() => void)[]> {
  const at = clock.now();
  const refusal = mayExtend({ ...slip, next: deadline, now: at });
  if (refusal !== null) throw new AppError(refusal);
  const { id: slipId, title } = slip;
  await saveSlip(tx, slipId, { deadline, extendReason: reason });
  const sent = await readReminders(tx, slipId);
  await deleteReminders(tx, slipId, remindersAgain(sent, { deadline, now: at }));
  const by = personOf(caller).personId;
  const act: SlipAct = { type: 'slip_extended', ledgerId: slipId, at, by, deadline, reason };
  await ledger.append(tx, act);
  const details = { reason, deadline };
  await audit.record(tx, caller, { action: 'slip.extended', subject: subjectOf(slip), details });
  const told = { slipId, title, deadline, reason };
  return (await readRecipients(tx, slipId)).map(
    ({ personId }) =>
      () =>
        publisher.toPerson(personId, slipExtended, told),
  );
}
