import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getRoll } from '../../models/contracts/attendance.ts';
import { listAudit } from '../../models/contracts/audit.ts';
import { Username, getSession, listPeople } from '../../models/contracts/identity.ts';
import { getMeeting, listBodies, listMeetings } from '../../models/contracts/meetings.ts';
import { listPolls } from '../../models/contracts/voting.ts';
import { type TestApp, createTestApp } from '../testing/test-app.ts';
import { demoPassword, loadDemo } from './load.ts';
import { titleAt } from './meeting.ts';
import { administrator, guests, members, secretary } from './people.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp({ empty: true });
});
afterEach(() => app.close());

const load = () => loadDemo({ ...app.app, clock: app.clock });

describe('demo data', () => {
  test('[X1] is a whole body with a meeting that is open now and one short of a quorum', async () => {
    await load();
    const client = await app.signedIn('thuky', demoPassword);
    const { items } = await client.call(listMeetings);
    expect(items).toMatchObject([{ state: 'open', roomName: 'Phòng họp A' }]);
    const meetingId = items[0]?.id ?? '';
    const meeting = await client.call(getMeeting, { params: { meetingId } });
    expect(meeting.agenda).toHaveLength(8);
    expect(meeting.participants).toHaveLength(23);
    expect(meeting.startsAt <= app.clock.now() && app.clock.now() < meeting.endsAt).toBe(true);
    const [body] = (await client.call(listBodies)).items;
    expect(body?.members).toHaveLength(21);
    const { quorum } = await client.call(getRoll, { params: { meetingId } });
    expect(quorum).toEqual({ members: 21, present: 13, needed: 14, reached: false });
    const { items: polls } = await client.call(listPolls, { params: { meetingId } });
    expect(new Set(polls.map(({ state }) => state))).toEqual(new Set(['draft']));
    expect(polls.map(({ paper }) => paper.kind)).toEqual([
      'motion',
      'motion',
      'motion',
      'election',
      'confidence',
      'choose',
    ]);
  });

  test('[X2] lets everyone in whose login is shown, without changing a password first', async () => {
    const access = await load();
    expect(access?.logins.map(({ username }) => username)).toContain('chutich');
    for (const { username } of access?.logins ?? []) {
      const client = await app.signedIn(username, access?.password);
      const { person } = await client.call(getSession);
      expect(person).toMatchObject({ username, mustChangePassword: false });
    }
  });

  test('[X3] is loaded once; a second start shows the same logins', async () => {
    const first = await load();
    expect(await load()).toEqual(first);
    const client = await app.signedIn('quantri', demoPassword);
    expect((await client.call(listPeople)).items).toHaveLength(25);
    const { items } = await client.call(listAudit, { query: { action: 'demo.loaded' } });
    expect(items).toHaveLength(1);
  });

  test.each([24, 47, 62])(
    '[X4] cut off after %i writes, it is brought to its end by the next start',
    async (writes) => {
      const { write } = app.app.database;
      let left = writes;
      app.app.database.write = (work, once) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('cut off')) : write(work, once);
      };
      await expect(load()).rejects.toThrow('cut off');
      app.app.database.write = write;
      expect(await load()).not.toBeNull();
      const client = await app.signedIn('thuky', demoPassword);
      const { items } = await client.call(listMeetings);
      expect(items).toMatchObject([{ state: 'open' }]);
      const params = { meetingId: items[0]?.id ?? '' };
      expect((await client.call(getRoll, { params })).quorum.present).toBe(13);
      expect((await client.call(listPolls, { params })).items).toHaveLength(6);
      expect((await client.call(listPeople)).items).toHaveLength(25);
    },
  );

  test('[X5] never comes into a database with real people', async () => {
    await app.app.services.identity.ensureAdministrator();
    expect(await load()).toBeNull();
  });

  test('[X6] names nobody twice, and its user names are such', () => {
    const everyone = [administrator, secretary, ...members, ...guests];
    for (const { username } of everyone) expect(Username.parse(username)).toBe(username);
    expect(new Set(everyone.map(({ username }) => username)).size).toBe(25);
    expect(members.map(({ username }) => username)).toContain('dinhtrongnghi');
  });

  test('[X7] is called after the month in Vietnam', () => {
    expect(titleAt('2026-02-28T18:00:00.000Z')).toBe('Phiên họp thường kỳ tháng 3/2026');
  });
});
