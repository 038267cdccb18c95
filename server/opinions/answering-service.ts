import { randomBytes } from 'node:crypto';
import type {
  ItemAnswer,
  MySlip,
  SlipReceipt,
  listMySlips,
} from '../../models/contracts/opinions.ts';
import type { ResponseOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { canonicalMarks } from '../../models/voting/marks.ts';
import { sealOf } from '../../models/voting/opinion-seal.ts';
import type { AnsweredAct } from '../../models/voting/slip-acts.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { type AnswerRow, findAnswer, insertAnswer, readRecipients } from './answers-store.ts';
import { type OpinionsDeps, announce, refuseFields, slipIn, subjectOf } from './deps.ts';
import { answerFaults, mayAnswer } from './rules.ts';
import { type SlipRow, readSlipsFor } from './store.ts';
import { headOf, mySlipView, receiptOf } from './views.ts';

export interface AnsweringService {
  mine(caller: Caller): Promise<ResponseOf<typeof listMySlips>>;
  /** @throws AppError `not_found`, `slip_not_yours` */
  getMine(caller: Caller, slipId: Id): Promise<MySlip>;
  /**
   * Resolves when the answer, its entry in the ledger and its trace are on disk. A repeated request gets the first
   * receipt; another answer takes the place of the one before, which stays on record.
   * @throws AppError `not_found`, `slip_not_yours`, `slip_state`, `slip_over`, `invalid_input`
   */
  answer(caller: Caller, slipId: Id, answers: ItemAnswer[]): Promise<SlipReceipt>;
}

export function createAnsweringService(deps: OpinionsDeps): AnsweringService {
  const { database, audit } = deps;
  return {
    async mine(caller) {
      const items = await readSlipsFor(database.read, personOf(caller).personId);
      return { items: items.map((row) => ({ ...headOf(row), answeredAt: row.answeredAt })) };
    },
    async getMine(caller, slipId) {
      const { personId } = personOf(caller);
      const slip = await slipIn(database.read, slipId);
      if (!(await isRecipient(database.read, slipId, personId)))
        throw new AppError('slip_not_yours');
      return mySlipView(deps, database.read, slip, personId);
    },
    async answer(caller, slipId, answers) {
      const { personId } = personOf(caller);
      // The answer that is kept for a repeated request holds no mark and no word of it.
      const receipt = await database.write(async (tx) => {
        const slip = await slipIn(tx, slipId);
        const given = { personId, answers, by: personId, paper: null };
        const row = await recordAnswer(deps, tx, slip, given);
        await audit.record(tx, caller, { action: 'slip.answered', subject: subjectOf(slip) });
        return receiptOf(row);
      }, caller.once);
      await announce(deps, slipId);
      return receipt;
    },
  };
}

const isRecipient = async (db: Db, slipId: Id, personId: Id): Promise<boolean> =>
  (await readRecipients(db, slipId)).some((one) => one.personId === personId);

export interface GivenAnswer {
  personId: Id;
  answers: readonly ItemAnswer[];
  /** Who acts: the person, or whoever entered it from paper. */
  by: Id;
  paper: { confirmedBy: Id; scanId: Id; scan: string } | null;
}

/** @throws AppError `slip_not_yours`, `slip_state`, `slip_over`, `invalid_input` */
export async function refuseAnswer(
  { clock }: Pick<OpinionsDeps, 'clock'>,
  tx: Db,
  slip: SlipRow,
  { personId, answers }: Pick<GivenAnswer, 'personId' | 'answers'>,
): Promise<void> {
  const now = clock.now();
  const asked = await isRecipient(tx, slip.id, personId);
  const refusal = mayAnswer({ ...slip, isRecipient: asked, now });
  if (refusal !== null) throw new AppError(refusal);
  if (slip.ruleSet === null) throw new Error('a slip that was sent without rules');
  refuseFields(answerFaults(slip.items, slip.ruleSet, answers));
}

/** Keeps an answer and its entry in the ledger, in the transaction of the act. */
export async function recordAnswer(
  deps: Pick<OpinionsDeps, 'clock' | 'ledger'>,
  tx: Db,
  slip: SlipRow,
  given: GivenAnswer,
): Promise<AnswerRow> {
  const { personId, by, paper } = given;
  const answers = given.answers.map((one) => ({ ...one, marks: canonicalMarks(one.marks) }));
  await refuseAnswer(deps, tx, slip, { personId, answers });
  const kept = answers.map((one) => ({ ...one, salt: randomBytes(16).toString('hex') }));
  const at = deps.clock.now();
  const act: AnsweredAct = {
    type: 'slip_answered',
    ledgerId: slip.id,
    at,
    by,
    personId,
    answers: kept.map(({ key, marks, opinion, salt }) => ({
      key,
      marks,
      opinion: opinion === '' ? null : sealOf(opinion, salt),
    })),
    paper: paper && { confirmedBy: paper.confirmedBy, scan: paper.scan },
  };
  const { sequence, hash } = await deps.ledger.append(tx, act);
  const earlier = await findAnswer(tx, slip.id, personId);
  const row: AnswerRow = {
    slipId: slip.id,
    personId,
    change: earlier === undefined ? 0 : earlier.change + 1,
    answers: kept,
    answeredAt: at,
    enteredBy: paper && by,
    confirmedBy: paper && paper.confirmedBy,
    scanId: paper && paper.scanId,
    sequence,
    entryHash: hash,
  };
  await insertAnswer(tx, row);
  return row;
}
