import type { Slip, SlipDraft, listSlips } from '../../models/contracts/opinions.ts';
import type { updateSlip } from '../../models/contracts/opinions-acts.ts';
import type { BodyOf, ResponseOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import { after } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { readTurnouts } from './answers-store.ts';
import { type OpinionsDeps, announce, refuseFields, slipIn, subjectOf } from './deps.ts';
import { saysSecret } from './file-rules.ts';
import { deleteFile, readFiles } from './files-store.ts';
import { removeFile } from './files.ts';
import { itemFaults, mayEdit } from './rules.ts';
import { deleteSlip, insertSlip, readSlips, saveSlip } from './store.ts';
import { slipView, summaryOf } from './views.ts';

type Edit = BodyOf<typeof updateSlip>;

export interface PreparingService {
  list(caller: Caller): Promise<ResponseOf<typeof listSlips>>;
  /** @throws AppError `not_found` */
  get(caller: Caller, slipId: Id): Promise<Slip>;
  /** @throws AppError `not_found`, `invalid_input`, `slip_secret` for a title or question that says so */
  create(caller: Caller, draft: SlipDraft): Promise<Slip>;
  /** @throws AppError as `create`, and `slip_state`, `conflict` */
  update(caller: Caller, slipId: Id, edit: Edit): Promise<Slip>;
  /** For good, with its files. @throws AppError `not_found`, `slip_state` */
  remove(caller: Caller, slipId: Id): Promise<{ done: true }>;
}

export function createPreparingService(deps: OpinionsDeps): PreparingService {
  const { database, audit, clock, config } = deps;
  return {
    async list() {
      const turnouts = await readTurnouts(database.read);
      const none = { recipients: 0, answered: 0 };
      const items = await readSlips(database.read);
      return { items: items.map((row) => summaryOf(row, turnouts.get(row.id) ?? none)) };
    },
    get: async (_caller, slipId) =>
      slipView(deps, database.read, await slipIn(database.read, slipId)),
    create: (caller, draft) =>
      database.write(async (tx) => {
        await refuseFaults(deps, tx, draft);
        const id = newId();
        await insertSlip(tx, {
          ...fieldsOf(draft),
          id,
          state: 'draft',
          createdAt: clock.now(),
          createdBy: personOf(caller).personId,
        });
        await audit.record(tx, caller, { action: 'slip.created', subject: draft.title });
        return slipView(deps, tx, await slipIn(tx, id));
      }, caller.once),
    update: (caller, slipId, edit) =>
      database.write(async (tx) => {
        const { state, revision } = await slipIn(tx, slipId);
        const refusal = mayEdit(state);
        if (refusal !== null) throw new AppError(refusal);
        if (revision !== edit.revision) throw new AppError('conflict');
        await refuseFaults(deps, tx, edit);
        await saveSlip(tx, slipId, { ...fieldsOf(edit), revision: revision + 1 });
        await audit.record(tx, caller, { action: 'slip.updated', subject: edit.title });
        return slipView(deps, tx, await slipIn(tx, slipId));
      }, caller.once),
    async remove(caller, slipId) {
      const files: Id[] = [];
      const done = await database.write(async (tx) => {
        const slip = await slipIn(tx, slipId);
        const refusal = mayEdit(slip.state);
        if (refusal !== null) throw new AppError(refusal);
        for (const { id } of await readFiles(tx, slipId)) {
          await deleteFile(tx, id);
          files.push(id);
        }
        await deleteSlip(tx, slipId);
        await audit.record(tx, caller, { action: 'slip.removed', subject: subjectOf(slip) });
        return { done: true as const };
      }, caller.once);
      for (const id of files) await removeFile(config.dataDir, id);
      await announce(deps, slipId);
      return done;
    },
  };
}

const fieldsOf = (draft: SlipDraft) => ({
  bodyId: draft.bodyId,
  title: draft.title,
  grounds: draft.grounds,
  items: draft.items.map(({ question, paper }, at) => ({ key: at + 1, question, paper })),
  chosen: draft.recipients,
  // In one form, so that text order is time order.
  deadline: after(draft.deadline, 0),
  reminders: [...new Set(draft.reminders)].toSorted((a, b) => b - a),
  notSecret: draft.notSecret,
});

async function refuseFaults({ meetings }: OpinionsDeps, tx: Db, draft: SlipDraft): Promise<void> {
  const { members, closedAt } = await meetings.bodyOf(tx, draft.bodyId);
  const own = new Set(members.map(({ personId }) => personId));
  const strange = draft.recipients?.some((personId) => !own.has(personId)) ?? false;
  refuseFields([
    ...(closedAt === null ? [] : ['bodyId']),
    ...(strange ? ['recipients'] : []),
    ...itemFaults(draft.items),
  ]);
  if (saysSecret(draft.title)) throw new AppError('slip_secret');
}
