import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Id, newId } from '../../models/ids.ts';
import { type Keys, loadKeys } from '../platform/keys.ts';
import { type Chamber, addPeople, openChamber } from '../testing/chamber.ts';
import { normalise } from './face/vectors.ts';
import type { EmbedderInfo } from './face/types.ts';
import { openTemplates, sealTemplate } from './gallery.ts';
import { deleteTemplates, insertTemplates } from './faces-store.ts';

const ours: EmbedderInfo = { name: 'ours', version: '2', dimensions: 8 };

let chamber: Chamber;
let keys: Keys;
let opened: [number, string][];
beforeEach(() => {
  chamber = openChamber();
  keys = loadKeys(join(chamber.dataDir, 'master.key'));
  opened = [];
});
afterEach(() => chamber.close());

const vectorOf = (seed: number) =>
  normalise(Float32Array.from({ length: ours.dimensions }, (_, at) => Math.sin(seed + at)));

interface Kept {
  by?: Keys;
  embedder?: EmbedderInfo;
  /** Whose the row says it is, if not the person's. */
  movedTo?: Id;
}

async function keep(personId: Id, { by = keys, embedder = ours, movedTo }: Kept = {}) {
  const row = {
    id: newId(),
    personId: movedTo ?? personId,
    embedder: embedder.name,
    embedderVersion: embedder.version,
    keyId: by.keyId,
    sealed: sealTemplate(by, personId, embedder, vectorOf(1)),
    createdAt: chamber.clock.now(),
  };
  await chamber.database.write((tx) => insertTemplates(tx, [row]));
}

const templates = () =>
  openTemplates(keys, ours, (people, { purpose }) => void opened.push([people.length, purpose]));
const read = () => chamber.database.read;

it('[A40] a template comes back as it went in', async () => {
  const [personId = ''] = await addPeople(chamber, 1);
  await keep(personId);
  const gallery = await templates().galleryOf(read(), [personId]);
  expect(gallery).toMatchObject({ embedder: 'ours@2', dimensions: 8, personIds: [personId] });
  const expected = vectorOf(1);
  for (const [at, value] of gallery.vectors.entries()) expect(value).toBeCloseTo(expected[at] ?? 9);
});

it('[A41] templates of another embedder, another version or another key are never compared', async () => {
  const people = await addPeople(chamber, 4);
  const [a = '', b = '', c = '', d = ''] = people;
  const otherKeys = loadKeys(join(chamber.dataDir, 'other.key'));
  await keep(a);
  await keep(b, { embedder: { ...ours, name: 'theirs' } });
  await keep(c, { embedder: { ...ours, version: '1' } });
  await keep(d, { by: otherKeys });
  expect((await templates().galleryOf(read(), people)).personIds).toEqual([a]);
});

it("[A42] a template that was moved to another person's row cannot be opened", async () => {
  const [a = '', b = ''] = await addPeople(chamber, 2);
  await keep(a, { movedTo: b });
  await expect(templates().galleryOf(read(), [b])).rejects.toThrow();
});

it('[A43] templates are opened once, that is told, and dropped when they change', async () => {
  const people = await addPeople(chamber, 3);
  const [a = ''] = people;
  await keep(a);
  const gallery = templates();
  await gallery.galleryOf(read(), people);
  await gallery.galleryOf(read(), people);
  expect(opened).toEqual([[1, 'check_in']]);
  await chamber.database.write((tx) => deleteTemplates(tx, a));
  gallery.forget(a);
  expect((await gallery.galleryOf(read(), people)).personIds).toEqual([]);
});

it('[A44] each meeting that uses a face leaves a trace with its owner, once', async () => {
  const people = await addPeople(chamber, 3);
  const [a = '', b = ''] = people;
  await keep(a);
  const gallery = templates();
  for (const meetingId of ['first', 'first', 'second'])
    await gallery.galleryOf(read(), people, { purpose: 'check_in', meetingId });
  expect(opened).toHaveLength(2);
  await keep(b);
  gallery.forget(b);
  const now = await gallery.galleryOf(read(), people, { purpose: 'check_in', meetingId: 'first' });
  expect(now.personIds).toEqual([a, b]);
  expect(opened).toHaveLength(3);
});

it('[A45] while the key is exchanged, both keys open', async () => {
  const [a = '', b = ''] = await addPeople(chamber, 2);
  const next = loadKeys(join(chamber.dataDir, 'master.key.next'));
  await keep(a);
  await keep(b, { by: next });
  const both = loadKeys(join(chamber.dataDir, 'master.key'));
  const gallery = await openTemplates(both, ours, () => {}).galleryOf(read(), [a, b]);
  expect(gallery.personIds).toEqual([a, b]);
  expect(both.keyId).toBe(keys.keyId);
});
