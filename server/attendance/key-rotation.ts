import { existsSync } from 'node:fs';
import type { AuditService } from '../audit/service.ts';
import { type Clock, after } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import {
  destroyOldMaster,
  nextFileOf,
  readMaster,
  readOrMakeMaster,
  readRetired,
  replaceMaster,
  writeRetired,
} from '../platform/key-files.ts';
import { type Keys, keysOf, signingKeyOf } from '../platform/keys.ts';
import { days } from './consent-term.ts';
import { countByKey, replaceSeal, templatesOfKey } from './faces-store.ts';
import { sealContext } from './gallery.ts';

export interface RotationDeps {
  /** Open, so that no server can run on the same folder. */
  database: Database;
  audit: AuditService;
  clock: Clock;
  keyFile: string;
}

interface RotationOptions {
  /** How long invitations and codes that were signed before stay good; 0 makes them void at once. */
  invitationDays: number;
  /** Templates in one transaction. */
  batch?: number;
  /** Told after each batch how many are sealed anew. */
  onBatch?: (resealed: number) => void;
}

export interface Rotation {
  /** Sealed anew in this run. */
  resealed: number;
  /** Sealed by a key that is neither the old nor the new one: nobody can open them any more. */
  unreadable: number;
  keyId: string;
}

/**
 * Exchanges the master key: seals every template with a new one, then puts it in the place of the old one, which is
 * overwritten. Cut off at any point, the next run goes on; a server that is started in between opens both. What was
 * signed before is checked with the old signing key alone, which opens no template.
 */
export async function rotateKeys(deps: RotationDeps, options: RotationOptions): Promise<Rotation> {
  const { keyFile, database, audit, clock } = deps;
  if (!existsSync(keyFile)) throw new Error(`there is no key to exchange: ${keyFile}`);
  if (!existsSync(nextFileOf(keyFile))) destroyOldMaster(keyFile);
  const oldMaster = readMaster(keyFile);
  const [from, to] = [keysOf(oldMaster), keysOf(readOrMakeMaster(nextFileOf(keyFile)))];
  const resealed = await resealAll(deps, from, to, options);
  const sealedBy = await countByKey(database.read);
  const unreadable = [...sealedBy].reduce((sum, [id, n]) => (id === to.keyId ? sum : sum + n), 0);
  await database.write((tx) =>
    audit.record(tx, 'system', {
      action: 'keys.rotated',
      subject: to.keyId,
      details: { samples: sealedBy.get(to.keyId) ?? 0, unreadable },
    }),
  );
  await database.purge();
  retireSigning(keyFile, oldMaster, clock.now(), options.invitationDays);
  replaceMaster(keyFile);
  return { resealed, unreadable, keyId: to.keyId };
}

async function resealAll(
  { database }: RotationDeps,
  from: Keys,
  to: Keys,
  { batch = 200, onBatch }: RotationOptions,
): Promise<number> {
  for (let resealed = 0; ;) {
    const done = await database.write(async (tx) => {
      const rows = await templatesOfKey(tx, from.keyId, batch);
      for (const { id, personId, embedder, embedderVersion, sealed } of rows) {
        const context = sealContext(personId, { name: embedder, version: embedderVersion });
        const anew = to.seal(from.open(sealed, context), context);
        await replaceSeal(tx, id, anew, { from: from.keyId, to: to.keyId });
      }
      return rows.length;
    });
    if (done === 0) return resealed;
    resealed += done;
    onBatch?.(resealed);
  }
}

function retireSigning(keyFile: string, master: Buffer, now: string, invitationDays: number): void {
  const signing = signingKeyOf(master).toString('base64url');
  const earlier = invitationDays === 0 ? [] : readRetired(keyFile, now);
  const others = earlier.filter((one) => one.signing !== signing);
  const mine = { signing, until: after(now, days(invitationDays)) };
  writeRetired(keyFile, invitationDays === 0 ? [] : [...others, mine]);
}
