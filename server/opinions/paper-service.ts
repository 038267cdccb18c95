import type { ItemAnswer, Slip } from '../../models/contracts/opinions.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { canonicalMarks } from '../../models/voting/marks.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { decideEntry, findAnswer, findEntry, insertEntry, readPending } from './answers-store.ts';
import { recordAnswer, refuseAnswer } from './answering-service.ts';
import { type OpinionsDeps, announce, refuseFields, slipIn, subjectOf } from './deps.ts';
import { findFile } from './files-store.ts';
import type { SlipRow } from './store.ts';
import { slipView } from './views.ts';

interface Entered {
  personId: Id;
  answers: ItemAnswer[];
  scanId: Id;
}

/** Answers that came on paper: entered by one of the secretariat with a scan, confirmed by another. */
export interface PaperService {
  /**
   * An earlier entry for the same person that waits is taken back.
   * @throws AppError `not_found`, `slip_not_yours`, `slip_state`, `slip_over`, `slip_answered`, `invalid_input`
   */
  enter(caller: Caller, slipId: Id, entered: Entered): Promise<Slip>;
  /** @throws AppError as `enter`, `slip_second_person` for whoever entered it, `conflict` when it is decided */
  decide(caller: Caller, slipId: Id, entryId: Id, confirmed: boolean): Promise<Slip>;
}

export function createPaperService(deps: OpinionsDeps): PaperService {
  const { database } = deps;
  const run = async (
    caller: Caller,
    slipId: Id,
    change: (tx: Db, slip: SlipRow) => Promise<void>,
  ): Promise<Slip> => {
    const answer = await database.write(async (tx) => {
      await change(tx, await slipIn(tx, slipId));
      return slipView(deps, tx, await slipIn(tx, slipId));
    }, caller.once);
    await announce(deps, slipId);
    return answer;
  };
  return {
    enter: (caller, slipId, entered) =>
      run(caller, slipId, (tx, slip) => enterIn(deps, tx, caller, slip, entered)),
    decide: (caller, slipId, entryId, confirmed) =>
      run(caller, slipId, (tx, slip) => decideIn(deps, tx, caller, slip, { entryId, confirmed })),
  };
}

async function enterIn(
  deps: OpinionsDeps,
  tx: Db,
  caller: Caller,
  slip: SlipRow,
  { personId, scanId, ...given }: Entered,
): Promise<void> {
  const answers = given.answers.map((one) => ({ ...one, marks: canonicalMarks(one.marks) }));
  await refuseAnswer(deps, tx, slip, { personId, answers });
  await refuseOwnAnswer(tx, slip.id, personId);
  const scan = await findFile(tx, slip.id, scanId);
  refuseFields(scan?.kind === 'scan' ? [] : ['scanId']);
  const enteredBy = personOf(caller).personId;
  const enteredAt = deps.clock.now();
  const decision = { confirmed: false, decidedBy: enteredBy, decidedAt: enteredAt };
  for (const one of await readPending(tx, slip.id))
    if (one.personId === personId) await decideEntry(tx, one.id, decision);
  const row = { id: newId(), slipId: slip.id, personId, answers, scanId, enteredBy, enteredAt };
  await insertEntry(tx, row);
  await deps.audit.record(tx, caller, { action: 'slip.entered', subject: subjectOf(slip) });
}

async function decideIn(
  deps: OpinionsDeps,
  tx: Db,
  caller: Caller,
  slip: SlipRow,
  { entryId, confirmed }: { entryId: Id; confirmed: boolean },
): Promise<void> {
  const decidedBy = personOf(caller).personId;
  const entry = await findEntry(tx, slip.id, entryId);
  if (entry === undefined) throw new AppError('not_found');
  if (entry.confirmed !== null) throw new AppError('conflict');
  if (slip.state !== 'sent') throw new AppError('slip_state');
  if (confirmed && entry.enteredBy === decidedBy) throw new AppError('slip_second_person');
  if (confirmed) {
    const { personId, answers, scanId, enteredBy } = entry;
    await refuseOwnAnswer(tx, slip.id, personId);
    const scan = (await findFile(tx, slip.id, scanId))?.sha256 ?? '';
    const paper = { confirmedBy: decidedBy, scanId, scan };
    await recordAnswer(deps, tx, slip, { personId, answers, by: enteredBy, paper });
  }
  await decideEntry(tx, entryId, { confirmed, decidedBy, decidedAt: deps.clock.now() });
  const details = { confirmed };
  await deps.audit.record(tx, caller, {
    action: 'slip.entry_decided',
    subject: subjectOf(slip),
    details,
  });
}

/** What someone said by themselves, no paper entered by others can take back. @throws AppError `slip_answered` */
async function refuseOwnAnswer(tx: Db, slipId: Id, personId: Id): Promise<void> {
  const earlier = await findAnswer(tx, slipId, personId);
  if (earlier !== undefined && earlier.enteredBy === null) throw new AppError('slip_answered');
}
