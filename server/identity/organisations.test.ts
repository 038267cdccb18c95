import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createOrganisation,
  createPerson,
  listOrganisations,
  updateOrganisation,
  updatePerson,
} from '../../models/contracts/identity.ts';
import type { Organisation } from '../../models/contracts/identity.ts';
import { newId } from '../../models/ids.ts';
import { type TestApp, createTestApp, testPassword } from '../testing/test-app.ts';
import type { TestClient } from '../testing/test-client.ts';

let app: TestApp;
let secretariat: TestClient;
beforeAll(async () => {
  app = await createTestApp();
  await app.addPerson({ username: 'thuky', systemRole: 'secretariat' });
  secretariat = await app.signedIn('thuky');
});
afterAll(() => app.close());

const add = (name: string, parentId: string | null = null) =>
  secretariat.call(createOrganisation, { body: { name, shortName: '', parentId } });
const edit = (organisation: Organisation, changes: object = {}) =>
  secretariat.call(updateOrganisation, {
    params: { organisationId: organisation.id },
    body: { ...organisation, closed: organisation.closedAt !== null, ...changes },
  });
const names = async (includeClosed: 'true' | 'false') =>
  (await secretariat.call(listOrganisations, { query: { includeClosed } })).items
    .map(({ name }) => name)
    .filter((name) => name.startsWith('Ấp'));
const addPersonTo = (organisationId: string) =>
  secretariat.call(createPerson, {
    body: {
      fullName: 'Trần Thị Bình',
      office: '',
      organisationId,
      username: 'tranthibinh',
      systemRole: 'member',
      email: '',
      phone: '',
      password: testPassword,
    },
  });

describe('organisations', () => {
  test('[O2] form a tree without a loop', async () => {
    const city = await add('Thành phố');
    const department = await add('Sở', city.id);
    const office = await add('Phòng', department.id);
    for (const parentId of [office.id, department.id, city.id, newId()])
      await expect(edit(city, { parentId })).rejects.toMatchObject({
        code: 'invalid_input',
        details: { fields: ['parentId'] },
      });
    expect((await edit(office, { parentId: city.id })).parentId).toBe(city.id);
  });

  test('[O3] close only when nothing open is below and nobody active inside', async () => {
    const above = await add('Cấp trên');
    const below = await add('Cấp dưới', above.id);
    await expect(edit(above, { closed: true })).rejects.toMatchObject({ code: 'in_use' });
    const person = await addPersonTo(below.id);
    expect(person.organisationName).toBe('Cấp dưới');
    await expect(edit(below, { closed: true })).rejects.toMatchObject({ code: 'in_use' });
    await secretariat.call(updatePerson, {
      params: { personId: person.id },
      body: { ...person, closed: true },
    });
    const closed = await edit(below, { closed: true });
    expect(closed.closedAt).not.toBeNull();
    await edit(above, { closed: true });
    await expect(add('Mới', above.id)).rejects.toMatchObject({ code: 'invalid_input' });
  });

  test('[O4] are listed by name, closed ones on request; an older edit loses', async () => {
    const [b, a] = [await add('Ấp B'), await add('Ấp A')];
    await edit(b, { closed: true });
    expect(await names('true')).toEqual(['Ấp A', 'Ấp B']);
    expect(await names('false')).toEqual(['Ấp A']);
    await edit(a, { shortName: 'A' });
    await expect(edit(a, { shortName: 'B' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(edit({ ...a, id: newId() })).rejects.toMatchObject({ code: 'not_found' });
  });
});
