import { gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { compressAnswers } from './compress.ts';

const large = { names: Array.from({ length: 200 }, (_, index) => `Đại biểu ${index}`) };

function server() {
  const app = Fastify();
  compressAnswers(app);
  app.get('/large', async () => large);
  app.get('/small', async () => ({ name: 'Đại biểu' }));
  app.get('/text', async (_request, reply) => reply.type('text/plain').send('x'.repeat(5000)));
  return app;
}

const ask = (url: string, accepted?: string) =>
  server().inject({ url, headers: accepted === undefined ? {} : { 'accept-encoding': accepted } });

test.each(['gzip', 'br, gzip;q=0.8', '*'])('a large answer is compressed for “%s”', async (by) => {
  const answer = await ask('/large', by);
  expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(Number(answer.headers['content-length'])).toBe(answer.rawPayload.byteLength);
  expect(JSON.parse(gunzipSync(answer.rawPayload).toString())).toEqual(large);
});

test.each([undefined, 'br', 'gzip;q=0', 'gzip;q=0.0'])('but not for “%s”', async (accepted) => {
  const answer = await ask('/large', accepted);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.headers.vary).toBe('accept-encoding');
  expect(answer.json()).toEqual(large);
});

test('small answers and what is no JSON go out as they are', async () => {
  for (const url of ['/small', '/text']) {
    const answer = await ask(url, 'gzip');
    expect(answer.headers['content-encoding']).toBeUndefined();
  }
});
