import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { TLSSocket, connect } from 'node:tls';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../../models/contracts/identity.ts';
import { type TestApp, createTestApp, testPassword } from '../testing/test-app.ts';
import { readConfig } from './config.ts';
import { loadTls } from './tls.ts';

let app: TestApp;
let port: number;
let ca: string;
beforeAll(async () => {
  app = await createTestApp({ env: { NGHI_TRUONG_TLS: 'self-signed' } });
  port = Number(new URL((await app.app.listen()).url).port);
  ca = readFileSync(join(app.dataDir, 'tls', 'cert.pem'), 'utf8');
});
afterAll(() => app.close());

interface Reply {
  status: number | undefined;
  protocol: string | null;
  headers: NodeJS.Dict<string | string[]>;
}

function get(host: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, path: '/api/health', ca, agent: false }, (reply) => {
      const protocol = reply.socket instanceof TLSSocket ? reply.socket.getProtocol() : null;
      reply.resume();
      resolve({ status: reply.statusCode, protocol, headers: reply.headers });
    });
    sent.once('error', reject);
    sent.end();
  });
}

test('a browser that trusts the own certificate reaches the server by name and by address', async () => {
  for (const host of ['localhost', '127.0.0.1']) {
    const { status, protocol, headers } = await get(host);
    expect(status).toBe(200);
    expect(['TLSv1.2', 'TLSv1.3']).toContain(protocol);
    expect(headers['strict-transport-security']).toBeDefined();
  }
});

test('versions of TLS before 1.2 are refused', async () => {
  const code = await new Promise((resolve) => {
    const socket = connect({ port, ca, maxVersion: 'TLSv1.1', minVersion: 'TLSv1' }, () =>
      resolve('connected'),
    );
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
  expect(code).not.toBe('connected');
});

test('cookies are marked for HTTPS only', async () => {
  const response = await app
    .browser()
    .send(signIn, { body: { username: 'quantri', password: testPassword } });
  const cookie = String(response.headers['set-cookie']);
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/'])
    expect(cookie).toContain(attribute);
});

test('the certificate stays over restarts, and is made anew when it does not fit this host', async () => {
  const config = readConfig({ NGHI_TRUONG_DATA: app.dataDir, NGHI_TRUONG_TLS: 'self-signed' });
  expect((await loadTls(config))?.cert).toBe(ca);
  const { cert: anotherHosts } = await generate([{ name: 'commonName', value: 'elsewhere' }]);
  writeFileSync(join(app.dataDir, 'tls', 'cert.pem'), anotherHosts);
  const renewed = await loadTls(config);
  expect(new X509Certificate(renewed?.cert ?? '').checkHost('localhost')).toBe('localhost');
});
