import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ErrorBody } from '../../models/contracts/event.ts';
import { createOrganisation, listPeople, signIn } from '../../models/contracts/identity.ts';
import { getHealth, getReady } from '../../models/contracts/system.ts';
import { type TestApp, createTestApp } from '../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const draft = { name: 'Sở Xây dựng', shortName: 'SXD', parentId: null };

describe('every answer', () => {
  test('[H1] carries the strict headers', async () => {
    const { headers } = await app.browser().send(getHealth);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain("'unsafe-eval'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-request-id']).toBeDefined();
  });

  test('[H2] that refuses has a code, a title in both languages and the request id', async () => {
    const client = app.browser();
    const refusals = [
      await client.send(listPeople),
      await client.send(signIn, { body: { username: 'x', password: 'y' } }),
      await client.inject({ method: 'GET', url: '/api/nowhere' }),
      await client.inject({ method: 'POST', url: '/api/session', payload: '{"broken' }),
      await client.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'content-type': 'application/json' },
        payload: '{"broken',
      }),
      await client.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ username: 'x'.repeat(3_000_000) }),
      }),
    ];
    const seen = refusals.map((response) => {
      const body = ErrorBody.parse(response.json());
      expect(response.statusCode).toBe(body.status);
      expect(response.headers['x-request-id']).toBe(body.requestId);
      expect(body.title.vi.length * body.title.en.length).toBeGreaterThan(0);
      return body.code;
    });
    expect(seen).toEqual([
      'not_signed_in',
      'wrong_credentials',
      'method_not_found',
      'invalid_input',
      'invalid_input',
      'too_large',
    ]);
  });

  test('[H3] that finds input at fault names the fields, not what was typed', async () => {
    const response = await app.administrator.send(createOrganisation, {
      body: { ...draft, name: '', parentId: 'secret text' },
    });
    expect(response.json().details).toEqual({ fields: ['name', 'parentId'] });
    expect(response.body).not.toContain('secret text');
  });
});

describe('requests', () => {
  test('[H4] of another site are refused, whoever is signed in', async () => {
    const signs: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of signs)
      expect(
        (await app.administrator.send(createOrganisation, { body: draft, headers })).json().code,
      ).toBe('cross_site');
  });

  test('[H5] that name themselves are carried out once', async () => {
    const key = '01890000-0000-7000-8000-000000000001';
    const once = () =>
      app.administrator.send(createOrganisation, {
        body: draft,
        headers: { 'idempotency-key': key },
      });
    const [first, second] = [await once(), await once()];
    expect(first.statusCode).toBe(200);
    expect(second.json()).toEqual(first.json());
    const other = await app.administrator.send(createOrganisation, {
      body: { ...draft, name: 'Sở Y tế' },
      headers: { 'idempotency-key': key },
    });
    expect(other.json().code).toBe('request_id_reused');
  });
});

describe('what the system says about itself', () => {
  test('[H6] OpenAPI describes every route and says who may call it', async () => {
    const description = (await app.browser().inject({ url: '/api/docs/json' })).json();
    expect(description.openapi).toBe('3.1.0');
    expect(description.paths['/api/people'].post.description).toBe(
      'Who: administrator, secretariat',
    );
    expect(description.paths['/api/devices/{deviceId}'].put.parameters).toHaveLength(1);
    const page = await app.browser().inject({ url: '/api/docs' });
    expect(page.statusCode).toBe(200);
  });

  test('[H7] it is alive, and not ready without media', async () => {
    expect(await app.browser().call(getHealth)).toEqual({ status: 'ok', version: '0.0.0' });
    const response = await app.browser().send(getReady);
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({
      code: 'unavailable',
      details: { database: true, media: false, face: false },
    });
  });

  test('[H8] figures are for this machine only, unless a token is set', async () => {
    const browser = app.browser();
    const fromElsewhere = { url: '/metrics', remoteAddress: '10.0.0.9' };
    expect((await browser.inject(fromElsewhere)).statusCode).toBe(403);
    const { body } = await browser.inject({ url: '/metrics', remoteAddress: '127.0.0.1' });
    for (const name of ['sockets', 'writes', 'commits', 'writes_waiting', 'http_seconds_count'])
      expect(body).toContain(`nghi_truong_${name}`);
  });

  test('[H8] with a token, for whoever brings it', async () => {
    const other = await createTestApp({ env: { NGHI_TRUONG_METRICS_TOKEN: 'sixteen-letters-x' } });
    const ask = (authorization: string) =>
      other.browser().inject({ url: '/metrics', headers: { authorization } });
    expect((await ask('')).statusCode).toBe(403);
    expect((await ask('Bearer sixteen-letters-y')).statusCode).toBe(403);
    expect((await ask('Bearer sixteen-letters-x')).statusCode).toBe(200);
    await other.close();
  });
});
