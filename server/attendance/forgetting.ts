import { createHash, randomInt } from 'node:crypto';
import type { FaceReceipt } from '../../models/contracts/face.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { type Caller, type Identity, personOf } from '../platform/caller.ts';
import { after } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Once } from '../platform/idempotency.ts';
import { days } from './consent-term.ts';
import type { FacesDeps } from './faces-deps.ts';
import { peopleRetainedUntil, withdrawConsent } from './consents-store.ts';
import {
  type DeletionRow,
  deleteTemplates,
  enrolledButClosed,
  findDeletion,
  findNamed,
  insertDeletion,
} from './faces-store.ts';
import { shortenTerms } from './retention.ts';

type Because = DeletionRow['because'];

export function createForgettingService(deps: FacesDeps) {
  const { database } = deps;
  return {
    /** Withdraws the caller's consent and deletes their templates. */
    async forget(caller: Caller): Promise<FaceReceipt> {
      const { personId, fullName } = personOf(caller);
      return forget(deps, caller, { personId, fullName }, 'withdrawn', caller.once);
    },

    /** The same for someone who asks for it at the desk. @throws AppError `not_found` */
    async forgetFor(caller: Caller, personId: Id): Promise<FaceReceipt> {
      const person = await findNamed(database.read, personId);
      if (person === undefined) throw new AppError('not_found');
      return forget(deps, caller, person, 'desk', caller.once);
    },

    /** @throws AppError `not_found` when no such receipt was ever given */
    async checkReceipt(code: string): Promise<Omit<FaceReceipt, 'code'>> {
      const found = await findDeletion(database.read, hashOf(code));
      if (found === undefined) throw new AppError('not_found');
      const { at, deleted, because, fullName } = found;
      return { at, deleted, because, fullName };
    },

    /** Deletes the templates of people who were closed: the purpose has ended. */
    forgetClosedPeople: async () =>
      forgetAll(deps, await enrolledButClosed(database.read), 'closed'),

    /** Deletes the templates of those whose consent has had its time. */
    async forgetExpired(): Promise<number> {
      await shortenTerms(deps);
      const { clock, config } = deps;
      const givenBefore = after(clock.now(), -days(config.face.retentionDays));
      const due = await peopleRetainedUntil(database.read, clock.now(), givenBefore);
      return forgetAll(deps, due, 'retention');
    },
  };
}

async function forgetAll(deps: FacesDeps, people: readonly Id[], because: Because) {
  for (const personId of people) {
    const fullName = (await findNamed(deps.database.read, personId))?.fullName ?? '';
    await forget(deps, 'system', { personId, fullName }, because);
  }
  return people.length;
}

async function forget(
  deps: FacesDeps,
  by: Identity | 'system',
  person: { personId: Id; fullName: string },
  because: Because,
  once?: Once,
): Promise<FaceReceipt> {
  const { database, templates, logger } = deps;
  const receipt = await database.write((tx) => deleteIn(tx, deps, by, person, because), once);
  templates()?.forget(person.personId);
  // The rows are zeros already; the journal still holds them as they were.
  await database
    .purge()
    .catch((err: unknown) => logger.error({ err }, 'the journal keeps a deleted template for now'));
  return receipt;
}

async function deleteIn(
  tx: Db,
  { clock, audit }: FacesDeps,
  by: Identity | 'system',
  { personId, fullName }: { personId: Id; fullName: string },
  because: Because,
): Promise<FaceReceipt> {
  const at = clock.now();
  const code = newCode();
  const deleted = await deleteTemplates(tx, personId);
  await withdrawConsent(tx, personId, at);
  await insertDeletion(tx, { id: newId(), codeHash: hashOf(code), personId, at, deleted, because });
  await audit.record(tx, by, {
    action: 'face.deleted',
    subject: fullName,
    about: [personId],
    details: { deleted, because },
  });
  return { at, deleted, because, code, fullName };
}

/** Without letters and digits that look alike on paper (after Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 5;

/** 100 bits in five groups: nobody finds one by trying. */
const newCode = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-');

/** However it was typed: in small letters, without hyphens, with O for 0 and I for 1. */
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(
      code
        .toUpperCase()
        .replaceAll('O', '0')
        .replaceAll(/[IL]/g, '1')
        .replaceAll(/[^0-9A-Z]/g, ''),
    )
    .digest('base64url');
