import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Slip } from '../../models/contracts/opinions.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { checkLedger } from '../../models/voting/ledger-check.ts';
import { checkLedgerFile, readLedgerFile } from '../../models/voting/ledger-file.ts';
import { refusal } from '../testing/chamber.ts';
import { textOfPdf } from '../testing/pdf-text.ts';
import { type SlipHouse, deadline, openSlipHouse, slipServices } from '../testing/slip-house.ts';

let house: SlipHouse;
beforeEach(async () => {
  house = await openSlipHouse(5);
});
afterEach(() => house.close());

const codeOf = async (attempt: Promise<unknown>) => (await refusal(attempt)).code;

describe('the end', () => {
  test('[O35] comes by itself at the deadline, once', async () => {
    const slip = await house.sentSlip();
    for (const index of [1, 2, 3]) await house.answer(slip, index, 'for');
    house.clock.set('2026-03-04T00:59:59.999Z');
    await house.opinions.tick();
    expect((await house.opinions.get(house.secretary(), slip.id)).state).toBe('sent');
    house.clock.set(deadline);
    await Promise.all([house.opinions.tick(), house.opinions.tick()]);
    const report = await house.opinions.report(house.secretary(), slip.id);
    expect(report).toMatchObject({ state: 'closed', closedAt: deadline });
    expect(report.results[0]).toMatchObject({ agreed: true, verdict: { outcome: 'carried' } });
    const rows = await house.ledger.read(house.database.read, slip.id);
    expect(rows).toHaveLength(5);
    expect(checkLedger(rows)).toMatchObject({ faults: [], signed: [4] });
  });

  test('[O36b] comes later when more time was given before it, with a reason that the record keeps', async () => {
    const slip = await house.sentSlip();
    await house.answer(slip, 1, 'for');
    house.clock.set('2026-03-03T23:00:00.000Z');
    await house.opinions.tick();
    const later = '2026-03-06T01:00:00.000Z';
    const extend = (next: string) =>
      house.opinions.extend(house.secretary(), slip.id, { deadline: next, reason: 'Chờ số liệu' });
    expect(await codeOf(extend(deadline))).toBe('slip_not_later');
    expect(await extend(later)).toMatchObject({ deadline: later, extendReason: 'Chờ số liệu' });
    house.clock.set(deadline);
    await house.opinions.tick();
    await house.answer(slip, 2, 'for');
    expect(await house.opinions.getMine(house.member(3), slip.id)).toMatchObject({
      state: 'sent',
      extendReason: 'Chờ số liệu',
    });
    // Both planned reminders have their time again before the new deadline.
    house.clock.set('2026-03-05T23:00:00.000Z');
    await house.opinions.tick();
    house.clock.set(later);
    await house.opinions.tick();
    expect(await codeOf(extend('2026-03-09T01:00:00.000Z'))).toBe('slip_state');
    const rows = await house.ledger.read(house.database.read, slip.id);
    expect(checkLedger(rows)).toMatchObject({ faults: [] });
    expect(rows.map(({ entry }) => JSON.parse(entry).type)).toEqual([
      'slip_sent',
      'slip_answered',
      'slip_extended',
      'slip_answered',
      'slip_closed',
    ]);
    const keys = house.ledger.signingKeys().map(({ publicKey }) => publicKey);
    const { differences } = await house.opinions.compare(keys);
    expect(differences).toEqual([]);
  });

  test('[O36] comes at the next start where the server did not run at the deadline', async () => {
    const slip = await house.sentSlip();
    house.clock.set('2026-03-09T00:00:00.000Z');
    const again = slipServices(house);
    await again.opinions.tick();
    expect((await again.opinions.get(house.secretary(), slip.id)).state).toBe('closed');
  });

  test('[O37] comes earlier by the secretary, once everyone has answered', async () => {
    const slip = await house.sentSlip();
    for (const index of [0, 1, 2, 3]) await house.answer(slip, index, 'for');
    const close = () => house.opinions.close(house.secretary(), slip.id);
    expect(await codeOf(close())).toBe('slip_awaits_answers');
    await house.answer(slip, 4, 'abstain');
    expect(await close()).toMatchObject({ state: 'closed' });
    expect(await codeOf(close())).toBe('slip_state');
    expect(await codeOf(house.answer(slip, 4, 'for'))).toBe('slip_over');
  });

  test('[O38] never comes for what was withdrawn, whose record stays', async () => {
    const slip = await house.sentSlip();
    await house.answer(slip, 0, 'for');
    const withdrawn = await house.opinions.withdraw(house.secretary(), slip.id, 'Hồ sơ thiếu');
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawReason: 'Hồ sơ thiếu' });
    house.clock.set(deadline);
    await house.opinions.tick();
    expect((await house.opinions.get(house.secretary(), slip.id)).state).toBe('withdrawn');
    expect(await codeOf(house.opinions.report(house.secretary(), slip.id))).toBe('slip_state');
  });

  test('[O39] tells those who were silent apart, and counts them by the rule of the body', async () => {
    await house.close();
    house = await openSlipHouse(5, { ...peoplesCommitteeRules, silence: 'deemed_for' });
    const slip = await house.sentSlip();
    await house.answer(slip, 0, 'against', 'Chưa đủ căn cứ');
    house.clock.set(deadline);
    await house.opinions.tick();
    const { general, results } = await house.opinions.report(house.member(3), slip.id);
    expect(general).toMatchObject({ issued: 5, returned: 1, silent: 4, deemed: 4 });
    expect(results[0]?.verdict).toMatchObject({ outcome: 'carried', cast: 1, deemed: 4 });
    expect(results[0]?.views.map(({ deemed }) => deemed)).toEqual([false, true, true, true, true]);
    expect(results[0]?.views[0]).toMatchObject({ opinion: 'Chưa đủ căn cứ' });
  });

  test('[O40] on a tie the side of the chair decides, as in session', async () => {
    const slip = await house.sentSlip();
    await house.answer(slip, 0, 'for');
    await house.answer(slip, 1, 'against');
    house.clock.set(deadline);
    await house.opinions.tick();
    const { results } = await house.opinions.report(house.secretary(), slip.id);
    expect(results[0]?.verdict).toMatchObject({ outcome: 'carried', decidedBy: 'tie_rule' });
  });
});

describe('reminders', () => {
  test('[O41] go to those who have not answered, at their hour, once', async () => {
    const slip = await house.sentSlip();
    await house.answer(slip, 0, 'for');
    const asked = () => house.publisher.sent.filter(({ name }) => name === 'slip:reminded');
    expect(asked().map(({ to }) => to)).toEqual(house.memberIds);
    const reminded = () => asked().slice(house.memberIds.length);
    house.clock.set('2026-03-03T01:00:00.000Z');
    await house.opinions.tick();
    await house.opinions.tick();
    expect(reminded().map(({ to }) => to)).toEqual(house.memberIds.slice(1));
    house.clock.set('2026-03-03T23:00:00.000Z');
    await house.opinions.tick();
    expect(reminded()).toHaveLength(8);
  });

  test('[O42] by hand go out as often as the secretary wants', async () => {
    const slip = await house.sentSlip();
    const remind = () => house.opinions.remind(house.secretary(), slip.id);
    expect(await remind()).toEqual({ reminded: 5 });
    await house.answer(slip, 0, 'for');
    expect(await remind()).toEqual({ reminded: 4 });
  });
});

async function bytesOf({ id }: Slip, format: 'pdf' | 'xlsx'): Promise<Buffer> {
  const file = await house.opinions.reportFile(house.secretary(), id, format);
  if (!('open' in file)) throw new Error('not made');
  return Buffer.concat(await file.open().toArray());
}

const draft = () => ({
  ...house.meetingDraft(house.bodyId),
  startsAt: '2026-03-10T01:30:00Z',
  endsAt: '2026-03-10T04:00:00Z',
});
const closed = async () => {
  const slip = await house.sentSlip();
  house.clock.set(deadline);
  await house.opinions.tick();
  return slip;
};

describe('the next session', () => {
  const title = 'Thông báo kết quả lấy ý kiến bằng phiếu số 1/2026: Giá đất tái định cư';

  test('[O43] has the result on its agenda by itself', async () => {
    const meeting = await house.meetings.createMeeting(house.secretary(), draft());
    const slip = await closed();
    const { agenda, revision } = await house.meetings.meetingOf(house.database.read, meeting.id);
    expect(agenda.map((item) => item.title)).toEqual(['Báo cáo', 'Biểu quyết', title]);
    expect(revision).toBe(1);
    expect((await house.opinions.get(house.secretary(), slip.id)).meetingId).toBe(meeting.id);
    await house.opinions.tick();
    const later = await house.meetings.meetingOf(house.database.read, meeting.id);
    expect(later.agenda).toHaveLength(3);
  });

  test('[O44] takes it over when it is planned later, and only where it is of the same body', async () => {
    await closed();
    const { id: otherBody } = await house.newBody();
    const other = await house.meetings.createMeeting(house.secretary(), {
      ...draft(),
      bodyId: otherBody,
    });
    expect(other.agenda).toHaveLength(2);
    const meeting = await house.meetings.createMeeting(house.secretary(), draft());
    expect(meeting.agenda.map((item) => item.title)).toContain(title);
    const next = await house.meetings.createMeeting(house.secretary(), draft());
    expect(next.agenda).toHaveLength(2);
  });

  test('[O45] takes it over from a session that was cancelled', async () => {
    const first = await house.meetings.createMeeting(house.secretary(), draft());
    const second = await house.meetings.createMeeting(house.secretary(), {
      ...draft(),
      startsAt: '2026-03-11T01:30:00Z',
      endsAt: '2026-03-11T04:00:00Z',
    });
    await closed();
    await house.meetings.setMeetingState(house.secretary(), first.id, 'cancelled');
    await house.opinions.tick();
    const { agenda } = await house.meetings.meetingOf(house.database.read, second.id);
    expect(agenda.map((item) => item.title)).toContain(title);
  });
});

describe('the report', () => {
  test('[O49] is a paper in the order of offices: in general, individual views, agreed, open, deemed', async () => {
    await house.close();
    house = await openSlipHouse(5, { ...peoplesCommitteeRules, silence: 'deemed_for' });
    const slip = await house.sentSlip();
    await house.answer(slip, 1, 'against', 'Đơn giá còn thấp');
    house.clock.set(deadline);
    await house.opinions.tick();
    const text = textOfPdf(await bytesOf(slip, 'pdf'));
    const places = [
      'THÔNG TIN CHUNG',
      'Đại biểu 2, Ủy viên',
      'Đơn giá còn thấp',
      'NỘI DUNG ĐÃ THỐNG NHẤT',
      'ý kiến khác: Đại biểu 2 (Không tán thành)',
      'TÍNH THEO QUY ĐỊNH',
    ].map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect((await bytesOf(slip, 'xlsx')).subarray(0, 2).toString()).toBe('PK');
  });
});

test('[O64] a slip is printed for those who answer on paper, with a box for each answer', async () => {
  const slip = await house.sentSlip();
  const file = await house.opinions.formFile(house.secretary(), slip.id);
  if (!('open' in file)) throw new Error('not made');
  const text = textOfPdf(Buffer.concat(await file.open().toArray()));
  for (const words of ['PHIẾU LẤY Ý KIẾN', 'Tán thành', 'Không biểu quyết', 'Họ và tên'])
    expect(text).toContain(words);
  const stranger = house.opinions.formFile(house.member(4), (await house.newSlip()).id);
  expect(await codeOf(stranger)).toBe('slip_not_yours');
});

describe('the record', () => {
  test('[O46] is downloaded once the slip has ended, and holds without the server', async () => {
    const slip = await house.sentSlip();
    await house.answer(slip, 1, 'for', 'Đồng ý');
    const record = () => house.opinions.recordFile(house.member(1), slip.id);
    expect(await codeOf(record())).toBe('slip_state');
    house.clock.set(deadline);
    await house.opinions.tick();
    const file = await record();
    if (!('open' in file)) throw new Error('not made');
    const text = Buffer.concat(await file.open().toArray()).toString('utf8');
    const keys = house.ledger.signingKeys().map(({ publicKey }) => publicKey);
    expect(checkLedgerFile(readLedgerFile(text), { keys })).toMatchObject({ ok: true, entries: 3 });
    expect(text).not.toContain('Đồng ý');
  });

  test('[O47] finds what someone changed in the tables by hand', async () => {
    const slip = await house.sentSlip();
    await house.answer(slip, 1, 'for', 'Đồng ý');
    const keys = house.ledger.signingKeys().map(({ publicKey }) => publicKey);
    expect(await house.opinions.compare(keys)).toMatchObject({ ledgers: 1, differences: [] });
    await house.database.write(async (tx) => {
      tx.run(sql`drop trigger opinion_answers_no_update`);
      tx.run(sql`update opinion_answers set answers = replace(answers, 'Đồng ý', 'Phản đối')`);
      tx.run(sql`update opinion_slips set deadline = '2027-01-01T00:00:00.000Z'`);
    });
    const { differences } = await house.opinions.compare(keys);
    expect(differences).toMatchObject([
      { table: 'opinion_slips', kind: 'changed', fields: ['deadline'] },
      { table: 'opinion_answers', kind: 'changed', row: '1', personId: house.memberIds[1] },
    ]);
  });
});
