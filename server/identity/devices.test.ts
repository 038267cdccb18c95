import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  claimPairing,
  confirmPairing,
  getDeviceSession,
  listDevices,
  revokeDevice,
  startPairing,
  updateDevice,
} from '../../models/contracts/identity.ts';
import { createRoom, listRooms } from '../../models/contracts/meetings.ts';
import { newId } from '../../models/ids.ts';
import { hours, minutes } from '../platform/clock.ts';
import { type TestApp, createTestApp } from '../testing/test-app.ts';
import type { TestClient } from '../testing/test-client.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});
afterEach(() => app.close());

const start = (client: TestClient) => client.call(startPairing, { body: { kind: 'kiosk' } });
const confirm = (code: string, name = 'Kiosk cửa chính') =>
  app.administrator.call(confirmPairing, { body: { code, name, roomId: null } });
const claim = (client: TestClient, pairingId: string, secret: string) =>
  client.call(claimPairing, { params: { pairingId }, body: { secret } });
const sessionOf = async (client: TestClient) => (await client.call(getDeviceSession)).device;
const unknown = { code: 'pairing_code_unknown' };

describe('pairing', () => {
  test('[D2] the device shows a code, an administrator confirms it, the device is in', async () => {
    const client = app.browser();
    const { pairingId, code, secret } = await start(client);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    expect(await claim(client, pairingId, secret)).toEqual({ state: 'waiting' });
    expect(await sessionOf(client)).toBeNull();
    const device = await confirm(code.toLowerCase());
    expect(device).toMatchObject({ kind: 'kiosk', name: 'Kiosk cửa chính', revokedAt: null });
    expect(await claim(client, pairingId, secret)).toEqual({ state: 'confirmed' });
    expect(client.cookieHeader()).toMatch(/^nt_device=[\w-]{43}$/);
    expect((await sessionOf(client))?.id).toBe(device.id);
  });

  test('[D3] a code is good once, and a claim too', async () => {
    const client = app.browser();
    const { pairingId, code, secret } = await start(client);
    await confirm(code);
    await expect(confirm(code)).rejects.toMatchObject(unknown);
    await claim(client, pairingId, secret);
    await expect(claim(app.browser(), pairingId, secret)).rejects.toMatchObject(unknown);
  });

  test('[D4] a code is good for ten minutes; then the device has as long to fetch its session', async () => {
    const client = app.browser();
    const first = await start(client);
    app.clock.advance(minutes(10));
    await expect(confirm(first.code)).rejects.toMatchObject(unknown);
    await expect(claim(client, first.pairingId, first.secret)).rejects.toMatchObject(unknown);
    const second = await start(client);
    app.clock.advance(minutes(10) - 1);
    await confirm(second.code);
    app.clock.advance(minutes(5));
    expect((await claim(client, second.pairingId, second.secret)).state).toBe('confirmed');
    const third = await start(client);
    await confirm(third.code);
    app.clock.advance(minutes(10));
    await expect(claim(client, third.pairingId, third.secret)).rejects.toMatchObject(unknown);
  });

  test('[D5] whoever reads the code off the screen cannot claim the device', async () => {
    const { pairingId, code } = await start(app.browser());
    await confirm(code);
    const guess = 'A'.repeat(43);
    await expect(claim(app.browser(), pairingId, guess)).rejects.toMatchObject(unknown);
    await expect(claim(app.browser(), newId(), guess)).rejects.toMatchObject(unknown);
  });

  test('[D6] only administrators confirm; wrong codes are counted', async () => {
    await app.addPerson({ username: 'thuky', systemRole: 'secretariat' });
    const secretariat = await app.signedIn('thuky');
    const { code } = await start(app.browser());
    const body = { code, name: 'Kiosk', roomId: null };
    await expect(secretariat.call(confirmPairing, { body })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    for (let tries = 0; tries < 20; tries += 1)
      await expect(confirm('ABCD-2345')).rejects.toMatchObject(unknown);
    await expect(confirm(code)).rejects.toMatchObject({ code: 'too_many_requests' });
  });

  test('[D6] one address starts only so many', async () => {
    const client = app.browser();
    for (let starts = 0; starts < 60; starts += 1) await start(client);
    await expect(start(client)).rejects.toMatchObject({ code: 'too_many_requests' });
  });

  test('[D7] a device that was revoked before it fetched its session gets none', async () => {
    const client = app.browser();
    const { pairingId, code, secret } = await start(client);
    const { id } = await confirm(code);
    await app.administrator.call(revokeDevice, { params: { deviceId: id } });
    await expect(claim(client, pairingId, secret)).rejects.toMatchObject({
      code: 'device_revoked',
    });
  });

  test('[D8] an unknown or closed room is refused', async () => {
    const { code } = await start(app.browser());
    const body = { code, name: 'Kiosk', roomId: newId() };
    await expect(app.administrator.call(confirmPairing, { body })).rejects.toMatchObject({
      details: { fields: ['roomId'] },
    });
  });
});

describe('a paired device', () => {
  test('[D9] can do what kiosks may and nothing that people may', async () => {
    const { client } = await app.pairDevice('kiosk', null);
    await expect(client.call(listDevices)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(client.call(listRooms)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('[D10] is renamed and moved', async () => {
    const { device, client } = await app.pairDevice('screen', null);
    const room = await app.administrator.call(createRoom, {
      body: { name: 'Phòng họp A', location: '', seats: 40 },
    });
    const moved = await app.administrator.call(updateDevice, {
      params: { deviceId: device.id },
      body: { name: 'Màn hình A', roomId: room.id },
    });
    expect(moved).toMatchObject({ name: 'Màn hình A', roomName: 'Phòng họp A' });
    expect(await sessionOf(client)).toMatchObject({ roomId: room.id });
  });

  test('[D11] stays signed in for a year, unless it is revoked: then it is out at once and for good', async () => {
    const { device, client } = await app.pairDevice('kiosk', null);
    app.clock.advance(hours(24 * 364));
    expect((await sessionOf(client))?.id).toBe(device.id);
    const socket = await client.connect();
    await (await app.signedIn('quantri')).call(revokeDevice, { params: { deviceId: device.id } });
    await socket.ended();
    expect(await sessionOf(client)).toBeNull();
    const administrator = await app.signedIn('quantri');
    const edit = {
      params: { deviceId: device.id },
      body: { name: 'Kiosk', roomId: null },
    };
    await expect(administrator.call(updateDevice, edit)).rejects.toMatchObject({
      code: 'device_revoked',
    });
    const ids = async (includeRevoked: 'true' | 'false') =>
      (await administrator.call(listDevices, { query: { includeRevoked } })).items;
    expect(await ids('false')).toEqual([]);
    expect(await ids('true')).toHaveLength(1);
  });

  test('[D12] is seen at most once a minute', async () => {
    const { client } = await app.pairDevice('kiosk', null);
    const seen = async () => {
      await sessionOf(client);
      // The note is written beside the answer; a write of our own comes after it.
      await app.app.database.write(async () => null);
      return (await app.administrator.call(listDevices)).items[0]?.lastSeenAt;
    };
    const first = app.clock.now();
    expect(await seen()).toBe(first);
    app.clock.advance(minutes(1) - 1);
    expect(await seen()).toBe(first);
    app.clock.advance(1);
    expect(await seen()).toBe(app.clock.now());
  });

  test('[D13] pairing anew in the same browser ends the earlier session', async () => {
    const { client } = await app.pairDevice('kiosk', null);
    const cookie = client.cookieHeader();
    const { pairingId, code, secret } = await start(client);
    await confirm(code, 'Kiosk mới');
    await claim(client, pairingId, secret);
    expect((await sessionOf(client))?.name).toBe('Kiosk mới');
    const old = await app.browser().inject({ url: '/api/device-session', headers: { cookie } });
    expect(old.json().device).toBeNull();
  });
});
