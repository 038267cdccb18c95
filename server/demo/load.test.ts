import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getRoll } from '../../models/contracts/attendance.ts';
import { listAudit } from '../../models/contracts/audit.ts';
import { Username, getSession, listPeople } from '../../models/contracts/identity.ts';
import { getMeeting, listBodies, listMeetings } from '../../models/contracts/meetings.ts';
import { getMySlip, getSlip, listSlips, slipFile } from '../../models/contracts/opinions.ts';
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

  test('[X8] has an opinion slip under way: a paper, some answers, and one to give for each login shown', async () => {
    const access = await load();
    const staff = await app.signedIn('thuky', demoPassword);
    const { items } = await staff.call(listSlips);
    expect(items).toMatchObject([{ state: 'sent', number: 1, recipients: 21, answered: 10 }]);
    const slipId = items[0]?.id ?? '';
    const { deadline, items: asked, files } = await staff.call(getSlip, { params: { slipId } });
    expect(Date.parse(deadline) - Date.parse(app.clock.now())).toBeGreaterThan(4 * 86_400_000);
    expect(deadline).toMatch(/T10:00:00.000Z$/);
    expect(asked.map(({ paper }) => paper.kind)).toEqual(['motion', 'choose']);
    const asMembers = (access?.logins ?? []).filter(({ who }) => who.includes('hủ tịch'));
    expect(asMembers).toHaveLength(4);
    for (const { username } of asMembers) {
      const client = await app.signedIn(username, demoPassword);
      const mine = await client.call(getMySlip, { params: { slipId } });
      expect(mine).toMatchObject({ state: 'sent', answers: null });
      const params = { slipId, fileId: files[0]?.id ?? '' };
      const paper = await client.send(slipFile, { params });
      expect(paper.rawPayload.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    }
  });

  test('[X9] a start cut off before the slip was sent, and gone on with weeks later, is brought to its end', async () => {
    const { opinions } = app.app.services;
    const { send } = opinions;
    opinions.send = () => Promise.reject(new Error('cut off'));
    await expect(load()).rejects.toThrow('cut off');
    opinions.send = send;
    app.clock.advance(20 * 86_400_000);
    expect(await load()).not.toBeNull();
    const staff = await app.signedIn('thuky', demoPassword);
    const { items } = await staff.call(listSlips);
    expect(items).toMatchObject([{ state: 'sent', recipients: 21, answered: 10 }]);
    const params = { slipId: items[0]?.id ?? '' };
    expect((await staff.call(getSlip, { params })).files).toHaveLength(1);
  });

  test('[X10] a start cut off among the answers, and gone on with past the deadline, is brought to its end', async () => {
    const { opinions } = app.app.services;
    const { answer } = opinions;
    opinions.answer = () => Promise.reject(new Error('cut off'));
    await expect(load()).rejects.toThrow('cut off');
    opinions.answer = answer;
    app.clock.advance(20 * 86_400_000);
    expect(await load()).not.toBeNull();
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

  test.each([24, 47, 62, 69, 70, 71, 72, 77])(
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
      const slips = (await client.call(listSlips)).items;
      expect(slips).toMatchObject([{ state: 'sent', recipients: 21, answered: 10 }]);
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
