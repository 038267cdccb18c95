import { slipReminded } from '../../models/contracts/opinions.ts';
import { AppError } from '../../models/errors.ts';
import type { SentAct } from '../../models/voting/slip-acts.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { insertRecipients } from './answers-store.ts';
import { type OpinionsDeps, refuseFields, subjectOf } from './deps.ts';
import { readFiles } from './files-store.ts';
import { maySend, yearOf } from './rules.ts';
import { type SlipRow, nextNumber, saveSlip } from './store.ts';
import { recipientsOf } from './views.ts';

/** Sends a slip in the transaction of the act. @returns what is to be done after the commit */
export async function sendSlip(
  { meetings, clock, ledger, audit, publisher }: OpinionsDeps,
  tx: Db,
  caller: Caller,
  slip: SlipRow,
  revision: number,
): Promise<readonly (() => void)[]> {
  const at = clock.now();
  const refusal = maySend({ ...slip, now: at });
  if (refusal !== null) throw new AppError(refusal);
  if (slip.revision !== revision) throw new AppError('conflict');
  const body = await meetings.bodyOf(tx, slip.bodyId);
  const recipients = recipientsOf(body, slip.chosen);
  // Someone who was chosen may have left the body since.
  refuseFields(recipients.length === (slip.chosen ?? recipients).length ? [] : ['recipients']);
  const year = yearOf(at);
  const number = await nextNumber(tx, slip.bodyId, year);
  const frozen = {
    number,
    year,
    ruleSet: body.ruleSet,
    members: body.members.length,
    membersWeight: body.members.reduce((sum, { weight }) => sum + weight, 0),
  };
  await saveSlip(tx, slip.id, { ...frozen, state: 'sent', sentAt: at, revision: revision + 1 });
  await insertRecipients(tx, slip.id, recipients);
  const { bodyId, title, grounds, items, deadline } = slip;
  const files = await readFiles(tx, slip.id, 'paper');
  const act: SentAct = {
    type: 'slip_sent',
    ledgerId: slip.id,
    at,
    by: personOf(caller).personId,
    ...frozen,
    bodyId,
    title,
    grounds,
    items,
    deadline,
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
    recipients,
  };
  await ledger.append(tx, act);
  const subject = subjectOf({ ...slip, number, year });
  const details = { number, people: recipients.length };
  await audit.record(tx, caller, { action: 'slip.sent', subject, details });
  const ask = { slipId: slip.id, title, deadline };
  return recipients.map(
    ({ personId }) =>
      () =>
        publisher.toPerson(personId, slipReminded, ask),
  );
}
