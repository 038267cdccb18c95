import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listDevices, revokeDevice } from '../../models/contracts/identity.ts';
import {
  createSystem,
  findSystemPerson,
  listSystemMeetings,
  renewSystemToken,
} from '../../models/contracts/systems.ts';
import type { SystemScope } from '../../models/contracts/access.ts';
import { newId } from '../../models/ids.ts';
import { hours } from '../platform/clock.ts';
import { type TestApp, createTestApp } from '../testing/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});
afterEach(() => app.close());

const make = (scopes: SystemScope[] = ['enrol'], days = 30) =>
  app.administrator.call(createSystem, { body: { name: 'Cổng thông tin', scopes, days } });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const meetingsWith = async (token: string) => {
  const answer = await app.browser().send(listSystemMeetings, { headers: bearer(token) });
  return answer.statusCode === 200 ? 'in' : answer.json().code;
};

describe('the token of another system', () => {
  test('[Y1] is shown once; the database holds a hash, and the list never shows it', async () => {
    const { device, token } = await make(['read_roll', 'enrol']);
    expect(token).toMatch(/^ntsys_[\w-]{43}$/);
    expect(device).toMatchObject({ kind: 'system', scopes: ['enrol', 'read_roll'] });
    expect(await meetingsWith(token)).toBe('in');
    const listed = await app.administrator.send(listDevices);
    expect(listed.body).not.toContain(token.slice(6));
    const files = readdirSync(app.dataDir).filter((name) => name.startsWith('nghi-truong.sqlite'));
    const kept = files.map((name) => readFileSync(join(app.dataDir, name)));
    expect(kept.some((bytes) => bytes.includes(token.slice(6)))).toBe(false);
  });

  test('[Y2] ends with its time, when it is revoked and when it is renewed', async () => {
    const { device, token } = await make(['enrol'], 2);
    const params = { deviceId: device.id };
    const renewed = await app.administrator.call(renewSystemToken, { params, body: { days: 3 } });
    expect(await meetingsWith(token)).toBe('token_invalid');
    expect(await meetingsWith(renewed.token)).toBe('in');
    app.clock.advance(hours(24 * 3) - 1);
    expect(await meetingsWith(renewed.token)).toBe('in');
    app.clock.advance(1);
    expect(await meetingsWith(renewed.token)).toBe('token_invalid');
    const administrator = await app.signedIn('quantri');
    const again = await administrator.call(renewSystemToken, { params, body: { days: 3 } });
    await administrator.call(revokeDevice, { params });
    expect(await meetingsWith(again.token)).toBe('token_invalid');
    const refused = administrator.call(renewSystemToken, { params, body: { days: 3 } });
    await expect(refused).rejects.toMatchObject({ code: 'device_revoked' });
  });

  test('[Y3] is good in its own header alone; beside it the cookies of people count for nothing', async () => {
    const { token } = await make();
    const asCookie = await app.browser().inject({
      url: '/api/v1/meetings',
      headers: { cookie: `nt_device=${token}; nt_session=${token}` },
    });
    expect(asCookie.json().code).toBe('not_signed_in');
    const both = await app.administrator.inject({ url: '/api/people', headers: bearer(token) });
    expect(both.json().code).toBe('not_allowed');
    const cookieOfKiosk = (await app.pairDevice('kiosk', null)).client.cookieHeader();
    expect(await meetingsWith(cookieOfKiosk.replace('nt_device=', ''))).toBe('token_invalid');
  });

  test('[Y4] opens only what it was made for, which only an administrator can choose', async () => {
    const { token } = await make(['read_roll']);
    const query = { username: 'quantri' };
    const answer = await app.browser().send(findSystemPerson, { query, headers: bearer(token) });
    expect(answer.json()).toMatchObject({ code: 'scope_missing', status: 403 });
    const { token: enrolling } = await make(['enrol']);
    const found = await app.browser().call(findSystemPerson, { query, headers: bearer(enrolling) });
    expect(found).toMatchObject({ faceEnrolled: false });
    await app.addPerson({ username: 'thuky', systemRole: 'secretariat' });
    const body = { name: 'X', scopes: ['enrol' as const], days: 1 };
    const refused = (await app.signedIn('thuky')).call(createSystem, { body });
    await expect(refused).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('[Y5] is made once however often it is asked for; whoever asks again gets the one that is good', async () => {
    const body = { name: 'Cổng', scopes: ['enrol' as const], days: 1 };
    const headers = { 'idempotency-key': newId() };
    const first = await app.administrator.call(createSystem, { body, headers });
    const second = await app.administrator.call(createSystem, { body, headers });
    expect(second.device.id).toBe(first.device.id);
    expect((await app.administrator.call(listDevices)).items).toHaveLength(1);
    expect([await meetingsWith(first.token), await meetingsWith(second.token)]).toEqual([
      'token_invalid',
      'in',
    ]);
  });

  test('[Y6] is no way in from a page of another site: without it the second lock holds', async () => {
    const { token } = await make();
    const from = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const body = { personId: newId() };
    const url = `/api/v1/meetings/${newId()}/check-ins`;
    const send = (headers: Record<string, string>) =>
      app.administrator.inject({ method: 'POST', url, payload: body, headers });
    expect((await send(from)).json().code).toBe('cross_site');
    expect((await send({ ...from, ...bearer(token) })).json().code).toBe('scope_missing');
  });

  test('[Y7] that asks too often waits, and is told how long; so is whoever tries tokens', async () => {
    const { token } = await make();
    for (let turn = 0; turn < 600; turn += 1) expect(await meetingsWith(token)).toBe('in');
    const answer = await app.browser().send(listSystemMeetings, { headers: bearer(token) });
    expect(answer.json().code).toBe('too_many_requests');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    const tried = [];
    for (let turn = 0; turn < 40; turn += 1) tried.push(await meetingsWith(`ntsys_${turn}`));
    expect(tried.filter((code) => code === 'token_invalid')).toHaveLength(30);
    expect(tried.at(-1)).toBe('too_many_requests');
  });
});
