import { expect, test } from 'vitest';
import { createTestApp } from '../testing/test-app.ts';
import { hours } from './clock.ts';
import { createLogger } from './logger.ts';
import { startHousekeeping } from './housekeeping.ts';

test('what has had its time is dropped, with the connections that were opened under it', async () => {
  const app = await createTestApp();
  await app.addPerson({ username: 'van-an' });
  const socket = await (await app.signedIn('van-an')).connect();
  app.clock.advance(hours(13));
  const ran: string[] = [];
  const housekeeping = startHousekeeping({
    database: app.app.database,
    clock: app.clock,
    logger: createLogger('silent'),
    tasks: [
      async () => Promise.reject(new Error('one that fails stops no other')),
      app.app.services.identity.forgetExpiredSessions,
      async () => ran.push('last'),
    ],
  });
  await socket.ended();
  while (ran.length === 0) await new Promise(setImmediate);
  expect(ran).toEqual(['last']);
  housekeeping.stop();
  await app.close();
});
