import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBody } from '../../models/contracts/meetings.ts';
import * as acts from '../../models/contracts/opinions-acts.ts';
import * as reads from '../../models/contracts/opinions.ts';
import type { Route } from '../../models/contracts/route.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { newId } from '../../models/ids.ts';
import { type TestApp, createTestApp } from '../testing/test-app.ts';
import type { TestClient } from '../testing/test-client.ts';

let app: TestApp;
let secretary: TestClient;
let member: TestClient;
let stranger: TestClient;
let slip: reads.Slip;

beforeAll(async () => {
  app = await createTestApp();
  const chair = await app.addPerson({ username: 'chutich', fullName: 'Chủ tịch' });
  await app.addPerson({ username: 'thuky', systemRole: 'secretariat' });
  await app.addPerson({ username: 'nguoila' });
  [secretary, member, stranger] = (await Promise.all(
    ['thuky', 'chutich', 'nguoila'].map((name) => app.signedIn(name)),
  )) as [TestClient, TestClient, TestClient];
  const body = await app.administrator.call(createBody, {
    body: {
      name: 'UBND',
      organisationId: null,
      members: [{ personId: chair.id, role: 'chair' }],
      ruleSet: peoplesCommitteeRules,
    },
  });
  slip = await secretary.call(acts.createSlip, {
    body: {
      bodyId: body.id,
      title: 'Việc gấp',
      grounds: 'Chủ tịch quyết định',
      items: [{ question: 'Thông qua?', paper: { kind: 'motion' } }],
      recipients: null,
      deadline: '2026-03-04T01:00:00.000Z',
      reminders: [],
      notSecret: true,
    },
  });
});
afterAll(() => app.close());

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
const routes = [...Object.values<unknown>(acts), ...Object.values<unknown>(reads)].filter(isRoute);
const addressOf = ({ path }: Route, slipId = slip.id) =>
  path.replace(':slipId', slipId).replace(':format', 'pdf').replaceAll(/:\w+/g, newId());

const upload = (client: TestClient, name: string, payload: Buffer, type?: string) =>
  client.inject({
    method: 'POST',
    url: `/api/slips/${slip.id}/files?kind=paper&name=${encodeURIComponent(name)}`,
    payload,
    headers: { 'content-type': type ?? 'application/octet-stream' },
  });

describe('the doors of opinion slips', () => {
  test('[O70] answer whatever is sent with a refusal, never with a defect', async () => {
    const sending = routes.filter(({ method }) => method === 'POST' || method === 'PUT');
    for (const route of sending)
      await fc.assert(
        fc.asyncProperty(
          fc.jsonValue(),
          fc.constantFrom(secretary, member),
          async (body, client) => {
            const { statusCode } = await client.inject({
              method: route.method,
              url: addressOf(route),
              payload: JSON.stringify(body),
              headers: { 'content-type': 'application/json' },
            });
            expect(statusCode, route.path).toBeGreaterThanOrEqual(400);
            expect(statusCode, route.path).toBeLessThan(500);
          },
        ),
        { numRuns: 10 },
      );
  });

  test('[O71] say nothing of a slip to those who are neither asked nor of the staff', async () => {
    for (const route of routes) {
      if (!route.path.includes(':slipId')) continue;
      const { statusCode } = await stranger.inject({
        method: route.method,
        url: addressOf(route),
        ...(route.method === 'GET' ? {} : { payload: {} }),
      });
      expect([400, 403], `${route.method} ${route.path}`).toContain(statusCode);
    }
    expect((await stranger.call(reads.listMySlips)).items).toEqual([]);
  });

  test('[O72] tell of a slip that is not there that it is not', async () => {
    const response = await secretary.inject({ method: 'GET', url: `/api/slips/${newId()}` });
    expect(response.json()).toMatchObject({ code: 'not_found' });
  });

  test('[O73] take a document as bytes, of a kind and size that is allowed', async () => {
    const pdf = Buffer.from('%PDF-1.7');
    expect((await upload(secretary, 'Tờ trình.pdf', pdf)).statusCode).toBe(200);
    expect((await upload(secretary, 'a.pdf', Buffer.from('MZ'))).json().code).toBe('file_kind');
    expect((await upload(secretary, 'a.pdf', pdf, 'application/pdf')).json().code).toBe(
      'file_kind',
    );
    expect((await upload(secretary, 'TỐI MẬT.pdf', pdf)).json().code).toBe('slip_secret');
    const huge = Buffer.alloc(reads.largestFile + 1, pdf);
    expect((await upload(secretary, 'a.pdf', huge)).json().code).toBe('too_large');
    expect((await upload(member, 'a.pdf', pdf)).json().code).toBe('not_allowed');
    const [file] = (await secretary.call(reads.getSlip, { params: { slipId: slip.id } })).files;
    const url = `/api/slips/${slip.id}/files/${file?.id}`;
    const got = await secretary.inject({ method: 'GET', url });
    expect(got.rawPayload).toEqual(pdf);
    expect(got.headers['content-disposition']).toContain('attachment');
    expect((await member.inject({ method: 'GET', url })).json().code).toBe('slip_not_yours');
  });
});
