import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createPerson,
  listPeople,
  resetPassword,
  updatePerson,
} from '../../models/contracts/identity.ts';
import type { Person, SystemRole } from '../../models/contracts/identity.ts';
import { newId } from '../../models/ids.ts';
import { type TestApp, createTestApp, testPassword } from '../testing/test-app.ts';
import type { TestClient } from '../testing/test-client.ts';

let app: TestApp;
let administrator: TestClient;
let secretariat: TestClient;
beforeAll(async () => {
  app = await createTestApp();
  administrator = app.administrator;
  await app.addPerson({ username: 'thuky', systemRole: 'secretariat' });
  secretariat = await app.signedIn('thuky');
});
afterAll(() => app.close());

let counter = 0;
const draft = (changes: Partial<Person> = {}) => ({
  fullName: 'Trần Thị Bình',
  office: 'Chuyên viên',
  organisationId: null,
  username: `nguoi${(counter += 1)}`,
  systemRole: 'member' as SystemRole,
  email: '',
  phone: '',
  ...changes,
});
const create = (client: TestClient, changes: Partial<Person> = {}) =>
  client.call(createPerson, { body: { ...draft(changes), password: testPassword } });
const update = (client: TestClient, person: Person, changes: object = {}) =>
  client.call(updatePerson, {
    params: { personId: person.id },
    body: { ...person, closed: person.closedAt !== null, ...changes },
  });
const refused = (code: string) => ({ code });

describe('people', () => {
  test('[P6] are added, listed by name, changed, closed and opened again', async () => {
    const made = await create(secretariat, { fullName: '  Lê Văn Đức  ' });
    expect(made).toMatchObject({ fullName: 'Lê Văn Đức', revision: 0, faceEnrolled: false });
    const changed = await update(secretariat, made, { office: 'Trưởng phòng' });
    expect(changed).toMatchObject({ office: 'Trưởng phòng', revision: 1 });
    const closed = await update(secretariat, changed, { closed: true });
    expect(closed.closedAt).toBe(app.clock.now());
    const ids = async (includeClosed: 'true' | 'false') =>
      (await secretariat.call(listPeople, { query: { includeClosed } })).items.map(({ id }) => id);
    expect(await ids('false')).not.toContain(made.id);
    expect(await ids('true')).toContain(made.id);
    expect((await update(secretariat, closed, { closed: false })).closedAt).toBeNull();
  });

  test('[P7] a name is stored composed, however it was typed', async () => {
    const made = await create(secretariat, { fullName: 'Nguyễn Thị Hường'.normalize('NFD') });
    expect(made.fullName).toBe('Nguyễn Thị Hường'.normalize('NFC'));
  });

  test('[P8] an older edit loses', async () => {
    const made = await create(secretariat);
    await update(secretariat, made, { office: 'A' });
    await expect(update(administrator, made, { office: 'B' })).rejects.toMatchObject(
      refused('conflict'),
    );
  });

  test('[P9] a user name belongs to one person, also when both ask at once', async () => {
    const { username } = await create(secretariat);
    await expect(create(secretariat, { username })).rejects.toMatchObject(
      refused('username_taken'),
    );
    const other = await create(secretariat);
    await expect(update(secretariat, other, { username })).rejects.toMatchObject(
      refused('username_taken'),
    );
    const both = await Promise.allSettled([
      create(secretariat, { username: 'cung-luc' }),
      create(administrator, { username: 'cung-luc' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('[P2] the secretariat gives no system role and touches nobody who has one', async () => {
    for (const systemRole of ['secretariat', 'administrator'] as const)
      await expect(create(secretariat, { systemRole })).rejects.toMatchObject(
        refused('not_allowed'),
      );
    const colleague = await create(administrator, { systemRole: 'secretariat' });
    await expect(update(secretariat, colleague, { office: 'A' })).rejects.toMatchObject(
      refused('not_allowed'),
    );
    const plain = await create(secretariat);
    await expect(update(secretariat, plain, { systemRole: 'administrator' })).rejects.toMatchObject(
      refused('not_allowed'),
    );
    const reset = { params: { personId: plain.id }, body: { password: testPassword } };
    await expect(secretariat.call(resetPassword, reset)).rejects.toMatchObject(
      refused('not_allowed'),
    );
  });

  test('[P10] members administer nobody', async () => {
    await app.addPerson({ username: 'thanhvien' });
    const member = await app.signedIn('thanhvien');
    await expect(create(member)).rejects.toMatchObject(refused('not_allowed'));
    await expect(member.call(listPeople)).rejects.toMatchObject(refused('not_allowed'));
  });

  test('[P4] the last administrator stays', async () => {
    const { items } = await administrator.call(listPeople);
    const only = items.find(({ username }) => username === 'quantri');
    if (only === undefined) throw new Error('no administrator');
    for (const changes of [{ closed: true }, { systemRole: 'member' }])
      await expect(update(administrator, only, changes)).rejects.toMatchObject(
        refused('last_administrator'),
      );
    const second = await create(administrator, { systemRole: 'administrator' });
    await update(administrator, second, { systemRole: 'member' });
    await expect(update(administrator, only, { closed: true })).rejects.toMatchObject(
      refused('last_administrator'),
    );
  });

  test('[P11] a short password and an unknown or closed organisation are refused', async () => {
    const short = { ...draft(), password: 'ngan' };
    await expect(administrator.call(createPerson, { body: short })).rejects.toMatchObject({
      code: 'invalid_input',
      details: { fields: ['password'] },
    });
    await expect(create(administrator, { organisationId: newId() })).rejects.toMatchObject({
      details: { fields: ['organisationId'] },
    });
  });

  test('[P12] someone who does not exist is not found', async () => {
    const ghost = { ...(await create(administrator)), id: newId() };
    await expect(update(administrator, ghost)).rejects.toMatchObject(refused('not_found'));
    const reset = { params: { personId: ghost.id }, body: { password: testPassword } };
    await expect(administrator.call(resetPassword, reset)).rejects.toMatchObject(
      refused('not_found'),
    );
  });
});
