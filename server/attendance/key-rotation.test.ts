import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Id, newId } from '../../models/ids.ts';
import { type Keys, loadKeys } from '../platform/keys.ts';
import { type Chamber, addPeople, openChamber } from '../testing/chamber.ts';
import type { EmbedderInfo } from './face/types.ts';
import { countByKey, insertTemplates } from './faces-store.ts';
import { openTemplates, sealTemplate } from './gallery.ts';
import { personInQr, qrOf } from './invitation.ts';
import { rotateKeys } from './key-rotation.ts';

const ours: EmbedderInfo = { name: 'ours', version: '2', dimensions: 8 };
const count = 12;

let chamber: Chamber;
let people: Id[];
let keyFile: string;
let before: Keys;
beforeEach(async () => {
  chamber = openChamber();
  keyFile = join(chamber.dataDir, 'keys', 'master.key');
  before = loadKeys(keyFile);
  people = await addPeople(chamber, count);
  const rows = people.map((personId, at) => ({
    id: newId(),
    personId,
    embedder: ours.name,
    embedderVersion: ours.version,
    keyId: before.keyId,
    sealed: sealTemplate(before, personId, ours, new Float32Array(8).fill(at)),
    createdAt: chamber.clock.now(),
  }));
  await chamber.database.write((tx) => insertTemplates(tx, rows));
});
afterEach(() => chamber.close());

const rotate = (more: { invitationDays?: number; onBatch?: () => void } = {}) =>
  rotateKeys({ ...chamber, keyFile }, { invitationDays: 30, batch: 1, ...more });

/** As a server would that was started now: every template opens. */
async function expectAllOpen() {
  const gallery = await openTemplates(loadKeys(keyFile), ours, () => {}).galleryOf(
    chamber.database.read,
    people,
  );
  expect(gallery.personIds).toEqual(people);
}

function failOnce(): never {
  throw new Error('the disk is full');
}

/** The key, the one before it for what it signed, and the public keys of records. */
const leftFiles = ['master.key', 'master.key.retired', 'master.key.signing-keys.json'];
const keyFiles = () => readdirSync(join(chamber.dataDir, 'keys')).toSorted();

it('[KR1] every template is sealed anew, the old key is gone, and the exchange is on record', async () => {
  const oldMaster = readFileSync(keyFile);
  expect(await rotate()).toMatchObject({ resealed: count, unreadable: 0 });
  expect(loadKeys(keyFile).keyId).not.toBe(before.keyId);
  expect([...(await countByKey(chamber.database.read)).keys()]).toEqual([loadKeys(keyFile).keyId]);
  await expectAllOpen();
  expect(keyFiles()).toEqual(leftFiles);
  for (const name of keyFiles())
    expect(readFileSync(join(chamber.dataDir, 'keys', name)).indexOf(oldMaster)).toBe(-1);
  const { items } = await chamber.audit.list({ action: 'keys.rotated', limit: 5 });
  expect(items).toMatchObject([{ actorKind: 'system', details: { samples: count } }]);
});

it('[KR2] invitations of before stay good for their time, unless they are made void', async () => {
  const [meetingId, personId] = [newId(), people[0] ?? ''];
  const printed = qrOf(before, meetingId, personId);
  const at = (now: string) => personInQr(loadKeys(keyFile, now), meetingId, printed);
  await rotate();
  expect(qrOf(loadKeys(keyFile), meetingId, personId)).not.toBe(printed);
  expect(at('2026-03-31T00:00:00.000Z')).toBe(personId);
  expect(at('2026-04-02T00:00:00.000Z')).toBeNull();
  await rotate();
  expect(at('2026-03-31T00:00:00.000Z')).toBe(personId);
  await rotate({ invitationDays: 0 });
  expect(at('2026-03-31T00:00:00.000Z')).toBeNull();
});

it('[KR3] what no key opens is left alone and counted', async () => {
  const lost = loadKeys(join(chamber.dataDir, 'lost.key'));
  const [personId = ''] = people;
  const row = {
    id: newId(),
    personId,
    embedder: ours.name,
    embedderVersion: ours.version,
    keyId: lost.keyId,
    sealed: sealTemplate(lost, personId, ours, new Float32Array(8)),
    createdAt: chamber.clock.now(),
  };
  await chamber.database.write((tx) => insertTemplates(tx, [row]));
  expect(await rotate()).toMatchObject({ resealed: count, unreadable: 1 });
});

it('[KR4] an error in the middle loses nothing, and the next run ends what was begun', async () => {
  await expect(rotate({ onBatch: failOnce })).rejects.toThrow('full');
  expect((await countByKey(chamber.database.read)).size).toBe(2);
  await expectAllOpen();
  expect(await rotate()).toMatchObject({ resealed: count - 1, unreadable: 0 });
  await expectAllOpen();
});

it('[KR5] killed in the middle, every template opens, and the next run ends what was begun', async () => {
  const { dataDir, database } = chamber;
  await database.close();
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      fileURLToPath(new URL('../testing/rotating-process.ts', import.meta.url)),
      dataDir,
      keyFile,
    ],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
  chamber = openChamber(dataDir);
  expect(loadKeys(keyFile).isBeingExchanged).toBe(true);
  const sealedBy = await countByKey(chamber.database.read);
  expect(sealedBy.size).toBe(2);
  await expectAllOpen();
  expect(await rotate()).toMatchObject({ resealed: sealedBy.get(before.keyId), unreadable: 0 });
  await expectAllOpen();
  expect(keyFiles()).toEqual(leftFiles);
});
