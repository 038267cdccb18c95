import { type Slip, slipReminded } from '../../models/contracts/opinions.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { SlipAct } from '../../models/voting/slip-acts.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { readAnswers, readRecipients } from './answers-store.ts';
import { closeSlip } from './closing.ts';
import { type OpinionsDeps, announce, slipIn, subjectOf } from './deps.ts';
import { type Extension, extendSlip } from './extending.ts';
import { dueReminders, mayWithdraw, silentOf } from './rules.ts';
import { sendSlip } from './sending.ts';
import {
  type SlipRow,
  insertReminders,
  readOverdue,
  readReminders,
  readSent,
  saveSlip,
} from './store.ts';
import { settleAgendas } from './agenda.ts';
import { slipView } from './views.ts';

export interface RunningService {
  /**
   * Freezes wording, files, recipients and rules, and gives the slip its number.
   * @throws AppError `not_found`, `slip_state`, `conflict`, `slip_secret`, `slip_deadline`
   */
  send(caller: Caller, slipId: Id, revision: number): Promise<Slip>;
  /** Everyone who has not answered. @throws AppError `not_found`, `slip_state` */
  remind(caller: Caller, slipId: Id): Promise<{ reminded: number }>;
  /** @throws AppError `not_found`, `slip_state`, `slip_awaits_answers` before the deadline */
  close(caller: Caller, slipId: Id): Promise<Slip>;
  /** Gives more time and tells everyone who was asked. @throws AppError `not_found`, `slip_state`, `slip_over`, `slip_not_later` */
  extend(caller: Caller, slipId: Id, given: Extension): Promise<Slip>;
  /** @throws AppError `not_found`, `slip_state`, `slip_over` */
  withdraw(caller: Caller, slipId: Id, reason: string): Promise<Slip>;
  /** Does what is due: closes at the deadline, reminds before it, and puts results on agendas. */
  tick(): Promise<void>;
}

type Change = (tx: Db, slip: SlipRow) => Promise<readonly (() => void)[]>;

export function createRunningService(deps: OpinionsDeps): RunningService {
  const { database } = deps;
  const run = async (caller: Caller, slipId: Id, change: Change): Promise<Slip> => {
    const after: (() => void)[] = [];
    const answer = await database.write(async (tx) => {
      after.push(...(await change(tx, await slipIn(tx, slipId))));
      return slipView(deps, tx, await slipIn(tx, slipId));
    }, caller.once);
    for (const then of after) then();
    await announce(deps, slipId);
    return answer;
  };
  return {
    send: (caller, slipId, revision) =>
      run(caller, slipId, (tx, slip) => sendSlip(deps, tx, caller, slip, revision)),
    async remind(caller, slipId) {
      const told: (() => void)[] = [];
      const answer = await database.write(async (tx) => {
        const slip = await slipIn(tx, slipId);
        if (slip.state !== 'sent') throw new AppError('slip_state');
        const silent = await remindIn(deps, tx, caller, slip);
        told.push(() => tell(deps, slip, silent));
        return { reminded: silent.length };
      }, caller.once);
      for (const then of told) then();
      await announce(deps, slipId);
      return answer;
    },
    close: (caller, slipId) => run(caller, slipId, (tx, slip) => closeSlip(deps, tx, caller, slip)),
    extend: (caller, slipId, given) =>
      run(caller, slipId, (tx, slip) => extendSlip(deps, tx, caller, slip, given)),
    withdraw: (caller, slipId, reason) =>
      run(caller, slipId, (tx, slip) => withdrawIn(deps, tx, caller, slip, reason)),
    async tick() {
      await closeOverdue(deps);
      await remindDue(deps);
      await settleAgendas(deps);
    },
  };
}

async function withdrawIn(
  { clock, ledger, audit }: OpinionsDeps,
  tx: Db,
  caller: Caller,
  slip: SlipRow,
  reason: string,
) {
  const at = clock.now();
  const refusal = mayWithdraw(slip.state, slip.deadline, at);
  if (refusal !== null) throw new AppError(refusal);
  await saveSlip(tx, slip.id, { state: 'withdrawn', closedAt: at, withdrawReason: reason });
  const by = personOf(caller).personId;
  const act: SlipAct = { type: 'slip_withdrawn', ledgerId: slip.id, at, by, reason };
  await ledger.append(tx, act);
  await ledger.sign(tx, slip.id);
  const details = { reason };
  await audit.record(tx, caller, { action: 'slip.withdrawn', subject: subjectOf(slip), details });
  return [];
}

async function closeOverdue(deps: OpinionsDeps): Promise<void> {
  const { database, clock } = deps;
  const failures: unknown[] = [];
  for (const slipId of await readOverdue(database.read, clock.now()))
    try {
      const after = await database.write(async (tx) => {
        const slip = await slipIn(tx, slipId);
        // Someone may have closed it since.
        return slip.state === 'sent' ? closeSlip(deps, tx, 'system', slip) : [];
      });
      for (const then of after) then();
      await announce(deps, slipId);
    } catch (error) {
      // One that cannot be closed keeps no other open.
      failures.push(error);
    }
  if (failures.length > 0) throw failures[0];
}

/** @returns those who have not answered */
async function remindIn(
  { clock, audit }: OpinionsDeps,
  tx: Db,
  by: Caller | 'system',
  slip: SlipRow,
): Promise<Id[]> {
  const answered = new Set((await readAnswers(tx, slip.id)).map(({ personId }) => personId));
  const silent = silentOf(await readRecipients(tx, slip.id), answered);
  await saveSlip(tx, slip.id, { remindedAt: clock.now() });
  const details = { people: silent.length };
  await audit.record(tx, by, { action: 'slip.reminded', subject: subjectOf(slip), details });
  return silent.map(({ personId }) => personId);
}

function tell({ publisher }: OpinionsDeps, slip: SlipRow, people: readonly Id[]): void {
  const { id: slipId, title, deadline } = slip;
  for (const personId of people)
    publisher.toPerson(personId, slipReminded, { slipId, title, deadline });
}

async function remindDue(deps: OpinionsDeps): Promise<void> {
  const { database, clock } = deps;
  for (const slip of await readSent(database.read)) {
    const { id, reminders, deadline, sentAt } = slip;
    const sent = await readReminders(database.read, id);
    const times = { deadline, sentAt: sentAt ?? '', now: clock.now() };
    const due = dueReminders(reminders, sent, times);
    if (due.length === 0) continue;
    const silent = await database.write(async (tx) => {
      await insertReminders(tx, id, due, clock.now());
      return remindIn(deps, tx, 'system', slip);
    });
    tell(deps, slip, silent);
    await announce(deps, id);
  }
}
