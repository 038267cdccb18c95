import type {
  Person,
  createPerson,
  resetPassword,
  updatePerson,
} from '../../models/contracts/identity.ts';
import type { BodyOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { onceWithSecret } from './deps.ts';
import type { IdentityDeps } from './deps.ts';
import { requireOpen } from './organisations-service.ts';
import { hashPassword } from './passwords.ts';
import {
  type PersonRow,
  countOtherAdministrators,
  findByUsername,
  findPerson,
  insertPerson,
  readPeople,
  savePerson,
  viewPerson,
} from './people-store.ts';
import { compareNames, losesLastAdministrator, mayManagePerson } from './rules.ts';
import { endSessionsOfPerson } from './sessions-store.ts';

type PersonEdit = BodyOf<typeof updatePerson>;

export function createPeopleService(deps: IdentityDeps) {
  const { database, clock, publisher, audit, keys } = deps;
  return {
    /** People in the order of Vietnamese lists. */
    async listPeople(includeClosed: boolean): Promise<Person[]> {
      const items = await readPeople(database.read, includeClosed);
      return items.toSorted((a, b) => compareNames(a.fullName, b.fullName));
    },

    /**
     * @param mustChangePassword false only for demo data, whose password everyone is told
     * @throws AppError `not_allowed`, `username_taken` or `invalid_input`
     */
    async createPerson(
      caller: Caller,
      { password, ...draft }: BodyOf<typeof createPerson>,
      mustChangePassword = true,
    ): Promise<Person> {
      if (!mayManagePerson(personOf(caller).systemRole, [draft.systemRole]))
        throw new AppError('not_allowed');
      const passwordHash = await hashPassword(password);
      return database.write(
        async (tx) => {
          await requireFree(tx, draft.username);
          await requireOpen(tx, draft.organisationId, 'organisationId');
          const id = newId();
          await insertPerson(tx, {
            ...draft,
            id,
            revision: 0,
            closedAt: null,
            lastSignInAt: null,
            passwordHash,
            mustChangePassword,
          });
          await audit.record(tx, caller, { action: 'person.created', subject: draft.fullName });
          return view(tx, id);
        },
        onceWithSecret(keys, caller.once),
      );
    },

    /** @throws AppError `not_found`, `not_allowed`, `conflict`, `username_taken`, `last_administrator` */
    async updatePerson(caller: Caller, id: Id, edit: PersonEdit): Promise<Person> {
      const { person, ended } = await database.write(async (tx) => {
        const before = await findPerson(tx, id);
        if (before === undefined) throw new AppError('not_found');
        await checkEdit(tx, caller, before, edit);
        const { closed, ...fields } = edit;
        const closedAt = closed ? (before.closedAt ?? clock.now()) : null;
        await savePerson(tx, id, { ...fields, revision: edit.revision + 1, closedAt });
        await audit.record(tx, caller, {
          action: 'person.updated',
          subject: edit.fullName,
          details: { closed, systemRole: edit.systemRole },
        });
        return {
          person: await view(tx, id),
          ended: closed ? await endSessionsOfPerson(tx, id) : [],
        };
      }, caller.once);
      publisher.endSessions(ended);
      return person;
    },

    /** Gives someone a new first password and ends all their sessions. @throws AppError `not_found` */
    async resetPassword(
      caller: Caller,
      id: Id,
      { password }: BodyOf<typeof resetPassword>,
    ): Promise<{ done: true }> {
      const passwordHash = await hashPassword(password);
      const ended = await database.write(
        async (tx) => {
          const person = await findPerson(tx, id);
          if (person === undefined) throw new AppError('not_found');
          await savePerson(tx, id, { passwordHash, mustChangePassword: true });
          await audit.record(tx, caller, { action: 'password.reset', subject: person.fullName });
          return endSessionsOfPerson(tx, id);
        },
        onceWithSecret(keys, caller.once),
      );
      publisher.endSessions(ended);
      return { done: true };
    },
  };
}

async function checkEdit(tx: Db, caller: Caller, before: PersonRow, edit: PersonEdit) {
  if (!mayManagePerson(personOf(caller).systemRole, [before.systemRole, edit.systemRole]))
    throw new AppError('not_allowed');
  if (before.revision !== edit.revision) throw new AppError('conflict');
  if (before.username !== edit.username) await requireFree(tx, edit.username);
  if (before.organisationId !== edit.organisationId)
    await requireOpen(tx, edit.organisationId, 'organisationId');
  const was = { systemRole: before.systemRole, closed: before.closedAt !== null };
  if (losesLastAdministrator(was, edit, await countOtherAdministrators(tx, before.id)))
    throw new AppError('last_administrator');
}

async function requireFree(tx: Db, username: string): Promise<void> {
  if ((await findByUsername(tx, username)) !== undefined) throw new AppError('username_taken');
}

async function view(db: Db, id: Id): Promise<Person> {
  const person = await viewPerson(db, id);
  if (person === undefined) throw new AppError('not_found');
  return person;
}
