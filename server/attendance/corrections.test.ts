import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  checkInOnline,
  correctTogether,
  getRoll,
  getRollHistory,
  setCheckIns,
  undoCorrections,
} from '../../models/contracts/attendance.ts';
import {
  getAttendanceStatistics,
  listMyAttendance,
} from '../../models/contracts/attendance-statistics.ts';
import {
  defaultAttendanceSettings,
  getMeetingAttendanceSettings,
  setAttendanceSettings,
} from '../../models/contracts/attendance-settings.ts';
import { listAudit } from '../../models/contracts/audit.ts';
import { createOrganisation } from '../../models/contracts/identity.ts';
import {
  enterMeeting,
  getMeeting,
  listBodies,
  updateBody,
} from '../../models/contracts/meetings.ts';
import type { CorrectedTo } from '../../models/contracts/attendance.ts';
import { timeOfId } from '../../models/ids.ts';
import { minutes } from '../platform/clock.ts';
import { refusal } from '../testing/chamber.ts';
import { textOfPdf } from '../testing/pdf-text.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';

let house: MeetingHouse;
beforeEach(async () => {
  house = await openMeetingHouse();
  await house.open();
});
afterEach(() => house.close());

const params = () => ({ meetingId: house.meetingId });
const together = (state: CorrectedTo, reason?: string, people = [house.chair, house.member]) =>
  house.administrator.call(correctTogether, {
    params: params(),
    body: {
      personIds: people.map(({ id }) => id),
      state,
      ...(reason !== undefined && { reason }),
    },
  });
const roll = () => house.administrator.call(getRoll, { params: params() });
const stateOf = async (personId: string) =>
  (await roll()).entries.find((entry) => entry.personId === personId);
const historyOf = (personId: string) =>
  house.administrator.call(getRollHistory, { params: { ...params(), personId } });
const joinedOnline = async () => {
  const tab = await (await house.signedIn('uyvien')).connect();
  await tab.act(enterMeeting, params());
  await tab.act(checkInOnline, params());
  return tab;
};

describe('corrections of several people', () => {
  it('[A30] need a reason, but for leaving and coming back', async () => {
    expect((await refusal(together('in_person'))).code).toBe('reason_required');
    await together('in_person', 'Điểm danh bằng giấy');
    expect((await together('left')).entries.map(({ state }) => state)).toEqual(['left', 'left']);
    expect((await roll()).quorum.present).toBe(0);
    await together('returned');
    expect((await roll()).quorum.present).toBe(2);
  });

  it('[A31] leave out whom they do not concern: nobody leaves who was not there', async () => {
    await together('in_person', 'Có mặt', [house.chair]);
    const { entries, changeIds } = await together('left');
    expect(entries.map(({ personId }) => personId)).toEqual([house.chair.id]);
    expect(changeIds).toHaveLength(1);
    expect((await stateOf(house.member.id))?.state).toBe('not_yet');
  });

  it('[A32] are taken back with the evidence of before, unless something has followed', async () => {
    await joinedOnline();
    const { changeIds } = await together('absent', 'Nhầm');
    expect((await stateOf(house.member.id))?.state).toBe('absent');
    const undo = () =>
      house.administrator.call(undoCorrections, { params: params(), body: { changeIds } });
    await undo();
    expect(await stateOf(house.member.id)).toMatchObject({
      state: 'online',
      evidence: { method: 'online', byName: null },
    });
    expect((await stateOf(house.chair.id))?.state).toBe('not_yet');
    expect((await undo()).entries).toEqual([]);
    const [back, wrong, first] = (await historyOf(house.member.id)).items;
    expect([first?.restoredAt, wrong?.restoredAt]).toEqual([null, null]);
    expect(back).toMatchObject({ state: 'online', at: first?.at });
    expect(back?.restoredAt).toBe(timeOfId(back?.id ?? ''));
    expect(back).toMatchObject({ restoredByName: wrong?.byName, byName: null });
    expect([wrong?.byName, first?.restoredByName]).toEqual([expect.any(String), null]);
  });

  it('[A33] stay in the history of the line, newest first', async () => {
    await joinedOnline();
    await together('left');
    await together('returned');
    const { items } = await historyOf(house.member.id);
    expect(items.map(({ state }) => state)).toEqual(['online', 'left', 'online']);
    expect(items[1]?.byName).not.toBeNull();
    expect(items[0]?.state).toBe((await stateOf(house.member.id))?.state);
  });
});

describe('leaving the online room', () => {
  const nowhere = { inRoom: () => new Set<string>(), follows: () => false };
  const look = (lines = nowhere) => house.app.services.attendance.watchLines(lines);

  it('[A34] counts after two minutes, from the moment when the person was missed, and is undone by coming back', async () => {
    await joinedOnline();
    await look();
    const missedAt = house.clock.now();
    house.clock.advance(minutes(2) - 1);
    await look();
    expect((await stateOf(house.member.id))?.state).toBe('online');
    house.clock.advance(1);
    await look();
    expect(await stateOf(house.member.id)).toMatchObject({ state: 'left', at: missedAt });
    expect((await roll()).quorum.present).toBe(0);
    await look({ ...nowhere, inRoom: () => new Set([house.member.id]) });
    expect((await stateOf(house.member.id))?.state).toBe('online');
  });

  it('[A35] never takes who is there, in the room or only reading, nor whom the secretary marked', async () => {
    await joinedOnline();
    const reads = { ...nowhere, follows: () => true };
    for (const lines of [reads, { ...nowhere, inRoom: () => new Set([house.member.id]) }]) {
      await look(lines);
      house.clock.advance(minutes(5));
      await look(lines);
      expect((await stateOf(house.member.id))?.state).toBe('online');
    }
    await together('in_person', 'Ngồi tại phòng');
    await look();
    house.clock.advance(minutes(5));
    await look();
    expect((await stateOf(house.member.id))?.state).toBe('in_person');
  });
});

describe('when the roll is taken', () => {
  it('[A36] goes by the settings of the body at once, and by the hand of the secretary before them', async () => {
    const { bodyId } = await house.administrator.call(getMeeting, { params: params() });
    const settings = await house.administrator.call(getMeetingAttendanceSettings, {
      params: params(),
    });
    expect(settings).toMatchObject({ opensBefore: 120, closesAfter: null });
    await house.administrator.call(setAttendanceSettings, {
      params: { bodyId },
      body: { ...settings, closesAfter: 15 },
    });
    house.clock.advance(minutes(16));
    expect((await refusal(joinedOnline())).code).toBe('check_in_closed');
    const byHand = (hand: 'open' | 'closed' | null) =>
      house.administrator.call(setCheckIns, { params: params(), body: { byHand: hand } });
    expect((await byHand('open')).byHand).toBe('open');
    await joinedOnline();
    await byHand('closed');
    expect((await stateOf(house.member.id))?.state).toBe('online');
  });
});

const fetched = async (format: string) => {
  const url = `/api/meetings/${house.meetingId}/roll/export/${format}`;
  const answer = await house.administrator.inject({ url });
  return { answer, bytes: Buffer.from(answer.rawPayload) };
};

const paperText = async () => textOfPdf((await fetched('pdf')).bytes).normalize('NFC');

describe('files of the roll', () => {
  it('[A37] the workbook holds names and reasons as text, never as formulas', async () => {
    await together('in_person', '=HYPERLINK("http://x")');
    const { answer, bytes } = await fetched('xlsx');
    expect(answer.headers['content-disposition']).toContain('2026-03-02');
    const files = unzipSync(bytes);
    const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(part('xl/sharedStrings.xml')).toContain(house.chair.fullName);
    expect(part('xl/sharedStrings.xml')).toContain('=HYPERLINK(');
    expect(part('xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('[A38] a cell of the CSV that begins like a formula is made text', async () => {
    await together('in_person', '=1+1');
    const { bytes } = await fetched('csv');
    const text = bytes.toString('utf8');
    expect(text.startsWith('\uFEFFSTT,Họ và tên')).toBe(true);
    expect(text).toContain(",'=1+1,");
    expect(text).toContain(house.member.fullName);
  });

  it('[A39] the paper holds the names with their diacritics as text that can be searched', async () => {
    await together('in_person', 'Có mặt');
    const text = await paperText();
    for (const words of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'BẢNG ĐIỂM DANH'])
      expect(text).toContain(words);
    expect(text).toContain(house.chair.fullName);
  });

  it('[A39] the head of the paper names place and day, and the body under its organisation', async () => {
    const { bodyId } = await house.administrator.call(getMeeting, { params: params() });
    const { id: organisationId } = await house.administrator.call(createOrganisation, {
      body: { name: 'Ủy ban nhân dân thành phố', shortName: '', parentId: null },
    });
    const before = await paperText();
    expect(before).toContain('..............., ngày 02 tháng 3 năm 2026');
    expect(before).not.toContain('ỦY BAN NHÂN DÂN THÀNH PHỐ');
    const { items } = await house.administrator.call(listBodies, { query: {} });
    const body = items.find(({ id }) => id === bodyId);
    if (body === undefined) throw new Error('no body');
    await house.administrator.call(updateBody, {
      params: { bodyId },
      body: { ...body, organisationId, closed: false },
    });
    const settings = { ...defaultAttendanceSettings, place: ' Sông Hương ' };
    await house.administrator.call(setAttendanceSettings, { params: { bodyId }, body: settings });
    const after = await paperText();
    expect(after).toContain('Sông Hương, ngày 02 tháng 3 năm 2026');
    expect(after).toContain('ỦY BAN NHÂN DÂN THÀNH PHỐ');
    expect(after).toContain(body.name.toLocaleUpperCase('vi'));
  });
});

describe('statistics', () => {
  it('[A40] count each voting member once a meeting, and show everyone their own', async () => {
    await joinedOnline();
    const { bodyId } = await house.administrator.call(getMeeting, { params: params() });
    const { meetings, people } = await house.administrator.call(getAttendanceStatistics, {
      params: { bodyId },
      query: { from: '2026-03-01', to: '2026-03-31' },
    });
    expect(meetings).toHaveLength(1);
    expect(meetings[0]).toMatchObject({
      invited: 2,
      attended: 1,
      counts: { not_yet: 1, online: 1 },
    });
    expect(people.map(({ invited }) => invited)).toEqual([1, 1]);
    const { items } = await (await house.signedIn('uyvien')).call(listMyAttendance);
    expect(items).toMatchObject([{ state: 'online', meetingId: house.meetingId }]);
  });

  it('[A96] whoever takes them out of the house as a file is in the trace; looking at them is not', async () => {
    const { bodyId } = await house.administrator.call(getMeeting, { params: params() });
    const period = { from: '2026-03-01', to: '2026-03-31' };
    await house.administrator.call(getAttendanceStatistics, { params: { bodyId }, query: period });
    const traced = async () =>
      (
        await house.administrator.call(listAudit, {
          query: { action: 'attendance.statistics_exported', limit: 10 },
        })
      ).items;
    expect(await traced()).toEqual([]);
    const url = `/api/bodies/${bodyId}/attendance/${period.from}/${period.to}/export/csv`;
    expect((await house.administrator.inject({ url })).statusCode).toBe(200);
    const { items: bodies } = await house.administrator.call(listBodies);
    expect(await traced()).toMatchObject([
      {
        subject: bodies.find(({ id }) => id === bodyId)?.name,
        details: { kind: 'csv', period: '2026-03-01 – 2026-03-31' },
      },
    ]);
  });
});
