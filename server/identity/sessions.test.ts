import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listAudit } from '../../models/contracts/audit.ts';
import {
  changePassword,
  getSession,
  listPeople,
  resetPassword,
  signIn,
  signOut,
  signOutEverywhere,
  updatePerson,
} from '../../models/contracts/identity.ts';
import type { Person } from '../../models/contracts/identity.ts';
import { hours } from '../platform/clock.ts';
import { type TestApp, createTestApp, testPassword } from '../testing/test-app.ts';
import type { TestClient } from '../testing/test-client.ts';

let app: TestApp;
let an: Person;
beforeEach(async () => {
  app = await createTestApp();
  an = await app.addPerson({ username: 'van-an', fullName: 'Nguyễn Văn An' });
});
afterEach(() => app.close());

const whoIs = async (client: TestClient) =>
  (await client.call(getSession)).person?.username ?? null;
const signInAs = (username: string, password: string, client = app.browser()) =>
  client.call(signIn, { body: { username, password } });
const audit = async () => (await app.administrator.call(listAudit)).items;

describe('signing in', () => {
  test('[S1] says who it is, and the cookie is out of reach for scripts and other sites', async () => {
    const client = app.browser();
    const response = await client.send(signIn, {
      body: { username: ' VAN-AN ', password: testPassword },
    });
    expect(response.json().person).toMatchObject({ personId: an.id, fullName: 'Nguyễn Văn An' });
    const cookie = String(response.headers['set-cookie']);
    expect(cookie).toMatch(/^nt_session=[\w-]{43};/);
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/'])
      expect(cookie).toContain(attribute);
    expect(response.body).not.toContain(/nt_session=([\w-]+)/.exec(cookie)?.[1]);
    expect(await whoIs(client)).toBe('van-an');
  });

  test('[S2] a wrong password and an unknown name get the same answer', async () => {
    const [wrong, unknown] = [
      await app.browser().send(signIn, { body: { username: 'van-an', password: 'sai' } }),
      await app.browser().send(signIn, { body: { username: 'khongco', password: 'sai' } }),
    ];
    const { requestId: _a, ...first } = wrong.json();
    const { requestId: _b, ...second } = unknown.json();
    expect(first).toEqual(second);
    expect(first.code).toBe('wrong_credentials');
  });

  test('[S3] whoever is closed cannot sign in', async () => {
    await close(an);
    await expect(signInAs('van-an', testPassword)).rejects.toMatchObject({
      code: 'wrong_credentials',
    });
  });

  test('[S4] the token and the password are nowhere on the disk', async () => {
    const client = await app.signedIn('van-an');
    const token = client.cookieHeader().split('=')[1] ?? '';
    expect(token.length).toBe(43);
    const files = readdirSync(app.dataDir).filter((name) => name.includes('sqlite'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const bytes = readFileSync(join(app.dataDir, name), 'latin1');
      expect(bytes.includes(token)).toBe(false);
      expect(bytes.includes(testPassword)).toBe(false);
    }
  });

  test('[S5] a new session in the same browser ends the earlier one', async () => {
    const client = await app.signedIn('van-an');
    const earlier = client.cookieHeader();
    await signInAs('van-an', testPassword, client);
    expect(client.cookieHeader()).not.toBe(earlier);
    const response = await app.browser().inject({
      url: '/api/session',
      headers: { cookie: earlier },
    });
    expect(response.json().person).toBeNull();
  });

  test('[S6] a session ends when its hours are over', async () => {
    const client = await app.signedIn('van-an');
    app.clock.advance(hours(12) - 1);
    expect(await whoIs(client)).toBe('van-an');
    app.clock.advance(1);
    expect(await whoIs(client)).toBeNull();
    await expect(client.call(listPeople)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('[S6] a made-up token is nobody', async () => {
    const headers = { cookie: `nt_session=${'A'.repeat(43)}` };
    const response = await app.browser().inject({ url: '/api/session', headers });
    expect(response.json().person).toBeNull();
  });
});

describe('guessing', () => {
  test('[S7] ends after ten tries for one name from one address, and says how long', async () => {
    for (let tries = 0; tries < 10; tries += 1)
      await expect(signInAs('van-an', 'sai')).rejects.toMatchObject({ code: 'wrong_credentials' });
    const refusal = await signInAs('van-an', testPassword).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'too_many_requests' });
    expect(refusal).toHaveProperty('details.retryAfterSeconds', expect.any(Number));
    // The hall behind the same address, and the same person elsewhere, sign in as ever.
    await app.addPerson({ username: 'binh' });
    await signInAs('binh', testPassword);
    const elsewhere = await app.browser().inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress: '10.0.0.9',
      payload: { username: 'van-an', password: testPassword },
    });
    expect(elsewhere.statusCode).toBe(200);
  });

  test('[S7] a right password forgives the tries before it', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 9; tries += 1) await signInAs('van-an', 'sai').catch(() => null);
      await signInAs('van-an', testPassword);
    }
  });

  test('[S8] leaves a trace; what was typed as a name stays only if it is one', async () => {
    await signInAs('van-an', 'sai').catch(() => null);
    await signInAs('mat-khau-go-nham', 'sai').catch(() => null);
    await signInAs('van-an', testPassword);
    const trace = (await audit()).map(({ action, subject, actorName }) => [
      action,
      subject,
      actorName,
    ]);
    expect(trace.slice(0, 3)).toEqual([
      ['session.signed_in', 'Nguyễn Văn An', 'Nguyễn Văn An'],
      ['session.sign_in_failed', '', ''],
      ['session.sign_in_failed', 'van-an', ''],
    ]);
  });
});

describe('signing out', () => {
  test('[S9] here ends this session and its connections, not the others', async () => {
    const [here, there] = [await app.signedIn('van-an'), await app.signedIn('van-an')];
    const [hereSocket, thereSocket] = [await here.connect(), await there.connect()];
    const cookie = here.cookieHeader();
    await here.call(signOut);
    await hereSocket.ended();
    expect(here.cookieHeader()).toBe('');
    const again = await app.browser().inject({ url: '/api/session', headers: { cookie } });
    expect(again.json().person).toBeNull();
    expect(await whoIs(there)).toBe('van-an');
    expect(thereSocket.socket.connected).toBe(true);
  });

  test('[S10] everywhere ends all of them', async () => {
    const [here, there] = [await app.signedIn('van-an'), await app.signedIn('van-an')];
    const sockets = [await here.connect(), await there.connect()];
    expect(await here.call(signOutEverywhere)).toEqual({ ended: 2 });
    for (const socket of sockets) await socket.ended();
    expect([await whoIs(here), await whoIs(there)]).toEqual([null, null]);
    expect(await whoIs(app.administrator)).toBe('quantri');
  });
});

describe('passwords', () => {
  const next = 'mat-khau-moi-cua-an';

  test('[W1] changing the own one ends the other sessions and keeps this one', async () => {
    const [here, there] = [await app.signedIn('van-an'), await app.signedIn('van-an')];
    const socket = await there.connect();
    await here.call(changePassword, { body: { current: testPassword, next } });
    await socket.ended();
    expect([await whoIs(here), await whoIs(there)]).toEqual(['van-an', null]);
    await expect(signInAs('van-an', testPassword)).rejects.toMatchObject({
      code: 'wrong_credentials',
    });
    await signInAs('van-an', next);
  });

  test('[W2] the current one is asked for, guesses are counted, and the same again is no change', async () => {
    const here = await app.signedIn('van-an');
    const change = (current: string, to = next) =>
      here.call(changePassword, { body: { current, next: to } });
    await expect(change(testPassword, testPassword)).rejects.toMatchObject({
      code: 'invalid_input',
    });
    for (let tries = 0; tries < 10; tries += 1)
      await expect(change('sai')).rejects.toMatchObject({ code: 'wrong_password' });
    await expect(change(testPassword)).rejects.toMatchObject({ code: 'too_many_requests' });
  });

  test('[W3] one that somebody else set opens nothing until it is changed', async () => {
    await app.administrator.call(resetPassword, {
      params: { personId: an.id },
      body: { password: 'mat-khau-cap-lai' },
    });
    const client = await app.signedIn('van-an', 'mat-khau-cap-lai');
    expect((await client.call(getSession)).person?.mustChangePassword).toBe(true);
    await expect(client.call(listPeople)).rejects.toMatchObject({
      code: 'password_change_required',
    });
    await client.call(changePassword, { body: { current: 'mat-khau-cap-lai', next } });
    expect((await client.call(getSession)).person?.mustChangePassword).toBe(false);
  });

  test('[W4] a reset ends every session of the person', async () => {
    const client = await app.signedIn('van-an');
    const socket = await client.connect();
    await app.administrator.call(resetPassword, {
      params: { personId: an.id },
      body: { password: 'mat-khau-cap-lai' },
    });
    await socket.ended();
    expect(await whoIs(client)).toBeNull();
  });

  test('[W5] a change whose answer was lost is answered again, not refused', async () => {
    const here = await app.signedIn('van-an');
    const change = () =>
      here.call(changePassword, {
        body: { current: testPassword, next },
        headers: { 'idempotency-key': '01890000-0000-7000-8000-000000000002' },
      });
    expect(await change()).toEqual({ done: true });
    expect(await change()).toEqual({ done: true });
  });
});

test('[S11] closing a person ends their sessions and connections', async () => {
  const client = await app.signedIn('van-an');
  const socket = await client.connect();
  await close(an);
  await socket.ended();
  expect(await whoIs(client)).toBeNull();
});

test('[S12] sessions survive a restart', async () => {
  const client = await app.signedIn('van-an');
  const cookie = client.cookieHeader();
  await app.app.close();
  const again = await createTestApp({ dataDir: app.dataDir });
  const response = await again.browser().inject({ url: '/api/session', headers: { cookie } });
  expect(response.json().person?.username).toBe('van-an');
  await again.close();
});

async function close({ id, revision, ...person }: Person) {
  await app.administrator.call(updatePerson, {
    params: { personId: id },
    body: { ...person, revision, closed: true },
  });
}
