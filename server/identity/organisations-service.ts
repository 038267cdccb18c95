import type {
  Organisation,
  OrganisationDraft,
  updateOrganisation,
} from '../../models/contracts/identity.ts';
import type { BodyOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { z } from 'zod';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { IdentityDeps } from './deps.ts';
import {
  countInOrganisation,
  findOrganisation,
  insertOrganisation,
  readOrganisations,
  saveOrganisation,
} from './organisations-store.ts';
import { compareTexts, makesLoop } from './rules.ts';

export function createOrganisationsService({ database, clock, audit }: IdentityDeps) {
  return {
    /** Organisations by name. */
    async listOrganisations(includeClosed: boolean): Promise<Organisation[]> {
      const items = await readOrganisations(database.read, includeClosed);
      return items.toSorted((a, b) => compareTexts(a.name, b.name));
    },

    /** @throws AppError `invalid_input` when the organisation above is unknown or closed */
    createOrganisation(
      caller: Caller,
      draft: z.infer<typeof OrganisationDraft>,
    ): Promise<Organisation> {
      return database.write(async (tx) => {
        await requireOpen(tx, draft.parentId, 'parentId');
        const organisation = { ...draft, id: newId(), revision: 0, closedAt: null };
        await insertOrganisation(tx, organisation);
        await audit.record(tx, caller, {
          action: 'organisation.created',
          subject: organisation.name,
        });
        return organisation;
      }, caller.once);
    },

    /** @throws AppError `not_found`, `conflict`, `invalid_input`, or `in_use` when it cannot be closed */
    updateOrganisation(
      caller: Caller,
      id: Id,
      { closed, revision, ...draft }: BodyOf<typeof updateOrganisation>,
    ): Promise<Organisation> {
      return database.write(async (tx) => {
        const before = await findOrganisation(tx, id);
        if (before === undefined) throw new AppError('not_found');
        if (before.revision !== revision) throw new AppError('conflict');
        if (draft.parentId !== before.parentId) await checkParent(tx, id, draft.parentId);
        if (closed && before.closedAt === null && (await countInOrganisation(tx, id)) > 0)
          throw new AppError('in_use');
        const closedAt = closed ? (before.closedAt ?? clock.now()) : null;
        const after = { ...draft, id, revision: revision + 1, closedAt };
        await saveOrganisation(tx, after);
        await audit.record(tx, caller, {
          action: 'organisation.updated',
          subject: after.name,
          details: { closed },
        });
        return after;
      }, caller.once);
    },
  };
}

async function checkParent(tx: Db, id: Id, parentId: Id | null): Promise<void> {
  await requireOpen(tx, parentId, 'parentId');
  const all = await readOrganisations(tx, true);
  const parents = new Map(all.map((organisation) => [organisation.id, organisation.parentId]));
  if (makesLoop(id, parentId, (child) => parents.get(child)))
    throw new AppError('invalid_input', { fields: ['parentId'] });
}

/** Refuses a reference to an organisation that is not there or is closed. */
export async function requireOpen(db: Db, id: Id | null, field: string): Promise<void> {
  if (id === null) return;
  const found = await findOrganisation(db, id);
  if (found === undefined || found.closedAt !== null)
    throw new AppError('invalid_input', { fields: [field] });
}
