import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Slip } from '../../models/contracts/opinions.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { newId } from '../../models/ids.ts';
import { sealOf } from '../../models/voting/opinion-seal.ts';
import { refusal } from '../testing/chamber.ts';
import { type SlipHouse, deadline, openSlipHouse } from '../testing/slip-house.ts';
import { readAnswers } from './answers-store.ts';

let house: SlipHouse;
beforeEach(async () => {
  house = await openSlipHouse(5);
});
afterEach(() => house.close());

const codeOf = async (attempt: Promise<unknown>) => (await refusal(attempt)).code;
const pdf = Buffer.from('%PDF-1.7 Tờ trình');
const addPaper = ({ id }: Slip, name = 'Tờ trình.pdf', bytes: Uint8Array = pdf) =>
  house.opinions.addFile(house.secretary(), id, { name, kind: 'paper', bytes });

describe('preparing', () => {
  test('[O20] a draft is changed by whoever saw its newest state, and removed with its files', async () => {
    const slip = await house.newSlip();
    expect(slip).toMatchObject({ state: 'draft', number: null, revision: 0 });
    expect(slip.recipients).toHaveLength(5);
    const edit = {
      bodyId: house.bodyId,
      title: 'Khác',
      grounds: 'Gấp',
      items: slip.items,
      recipients: house.memberIds.slice(0, 2),
      deadline,
      reminders: [2, 24, 2],
      notSecret: true,
    };
    const changed = await house.opinions.update(house.secretary(), slip.id, {
      ...edit,
      revision: 0,
    });
    expect(changed).toMatchObject({ title: 'Khác', reminders: [24, 2], revision: 1 });
    expect(changed.recipients).toHaveLength(2);
    const late = house.opinions.update(house.secretary(), slip.id, { ...edit, revision: 0 });
    expect(await codeOf(late)).toBe('conflict');
    await addPaper(slip);
    await house.opinions.remove(house.secretary(), slip.id);
    expect(await codeOf(house.opinions.get(house.secretary(), slip.id))).toBe('not_found');
  });

  test('[O21] files are what their name says, and never secret papers', async () => {
    const slip = await house.newSlip();
    expect(await addPaper(slip)).toMatchObject({ name: 'Tờ trình.pdf', size: pdf.length });
    expect(await codeOf(addPaper(slip, 'Tờ trình MẬT.pdf'))).toBe('slip_secret');
    expect(await codeOf(addPaper(slip, 'Tờ trình.docx'))).toBe('file_kind');
    expect(await codeOf(addPaper(slip, 'trang.html'))).toBe('file_kind');
    const { files } = await house.opinions.get(house.secretary(), slip.id);
    expect(files).toHaveLength(1);
  });

  test('[O48] a file without a record is removed, once no upload can still be under way', async () => {
    const slip = await house.newSlip();
    const kept = await addPaper(slip);
    const folder = join(house.dataDir, 'opinions');
    const old = new Date(Date.now() - 7_200_000);
    for (const name of [kept.id, 'stray', 'fresh']) {
      writeFileSync(join(folder, name), pdf);
      if (name !== 'fresh') utimesSync(join(folder, name), old, old);
    }
    await house.opinions.forgetStrayFiles();
    expect(readdirSync(folder).toSorted()).toEqual([kept.id, 'fresh'].toSorted());
  });

  test('[O22] only members of the body can be asked', async () => {
    const attempt = house.newSlip({ recipients: [newId()] });
    expect(await refusal(attempt)).toMatchObject({
      code: 'invalid_input',
      details: { fields: ['recipients'] },
    });
  });
});

describe('sending', () => {
  test('[O23] freezes papers, people and rules, and gives numbers without gaps', async () => {
    const first = await house.sentSlip();
    const second = await house.sentSlip();
    expect([first.number, second.number, first.year]).toEqual([1, 2, 2026]);
    expect(await codeOf(addPaper(first))).toBe('slip_state');
    const body = await house.meetings.bodyOf(house.database.read, house.bodyId);
    await house.meetings.updateBody(house.secretary(), house.bodyId, {
      ...body,
      members: body.members.slice(0, 3),
      ruleSet: { ...peoplesCommitteeRules, silence: 'deemed_for' },
      closed: false,
    });
    const still = await house.opinions.get(house.secretary(), first.id);
    expect(still.recipients).toHaveLength(5);
    expect(still.ruleSet.silence).toBe('not_voted');
  });

  test('[O24] needs the word that nothing is secret, and time to answer', async () => {
    expect(await codeOf(house.sentSlip({ notSecret: false }))).toBe('slip_secret');
    const soon = { deadline: '2026-03-02T01:05:00.000Z' };
    expect(await codeOf(house.sentSlip(soon))).toBe('slip_deadline');
  });

  test('[O25] a draft is for nobody but the staff; a slip for its recipients', async () => {
    const draft = await house.newSlip();
    expect(await codeOf(house.opinions.getMine(house.member(0), draft.id))).toBe('slip_not_yours');
    const slip = await house.sentSlip({ recipients: house.memberIds.slice(0, 3) });
    expect((await house.opinions.getMine(house.member(0), slip.id)).answers).toBeNull();
    expect(await codeOf(house.opinions.getMine(house.member(4), slip.id))).toBe('slip_not_yours');
    expect((await house.opinions.mine(house.member(4))).items).toEqual([]);
    expect((await house.opinions.mine(house.member(0))).items).toHaveLength(1);
  });

  test('[O26] papers are read by recipients, scans by the staff alone', async () => {
    const draft = await house.newSlip({ recipients: house.memberIds.slice(0, 3) });
    const paper = await addPaper(draft);
    await house.opinions.send(house.secretary(), draft.id, 0);
    const scan = await house.opinions.addFile(house.secretary(), draft.id, {
      name: 'phieu.pdf',
      kind: 'scan',
      bytes: pdf,
    });
    const read = (index: number, fileId: string) =>
      house.opinions.file(house.member(index), draft.id, fileId);
    expect(await read(0, paper.id)).toMatchObject({ type: 'application/pdf' });
    expect(await codeOf(read(4, paper.id))).toBe('slip_not_yours');
    expect(await codeOf(read(0, scan.id))).toBe('slip_not_yours');
    expect(await house.opinions.file(house.secretary(), draft.id, scan.id)).toMatchObject({
      name: 'phieu.pdf',
    });
  });
});

describe('answering', () => {
  test('[O27] an answer may be changed until the deadline: all are kept, the last counts', async () => {
    const slip = await house.sentSlip();
    await house.answer(slip, 1, 'for');
    await house.answer(slip, 1, 'against', 'Giá còn thấp');
    const mine = await house.opinions.getMine(house.member(1), slip.id);
    expect(mine.answers).toEqual([
      { key: 1, marks: { kind: 'motion', choice: 'against' }, opinion: 'Giá còn thấp' },
    ]);
    expect(mine.receipt).toMatchObject({ change: 1, sequence: 2 });
    house.clock.set(deadline);
    expect(await codeOf(house.answer(slip, 1, 'for'))).toBe('slip_over');
    expect(await codeOf(house.answer(slip, 2, 'for'))).toBe('slip_over');
  });

  test('[O28] a repeated request is one answer; what is kept for it holds no mark and no word', async () => {
    const slip = await house.sentSlip();
    const answers = [
      { key: 1, marks: { kind: 'motion' as const, choice: 'abstain' as const }, opinion: 'Bí' },
    ];
    const requestId = newId();
    const first = await house.opinions.answer(house.member(1, requestId), slip.id, answers);
    expect(await house.opinions.answer(house.member(1, requestId), slip.id, answers)).toEqual(
      first,
    );
    expect(JSON.stringify(first)).not.toMatch(/abstain|Bí/);
    expect(await readAnswers(house.database.read, slip.id)).toHaveLength(1);
  });

  test('[O29] the ledger holds the seal of an opinion and not the opinion', async () => {
    const slip = await house.sentSlip();
    await house.answer(slip, 1, 'for', 'Đồng ý, song cần rà soát');
    const rows = await house.ledger.read(house.database.read, slip.id);
    expect(rows[1]?.entry).not.toContain('rà soát');
    const [answer] = await readAnswers(house.database.read, slip.id);
    const [one] = answer?.answers ?? [];
    expect(rows[1]?.entry).toContain(sealOf(one?.opinion ?? '', one?.salt ?? ''));
  });

  test('[O30] a message too many or a mark that does not fit is refused', async () => {
    const slip = await house.sentSlip();
    const answers = [{ key: 1, marks: { kind: 'choose' as const, chosen: [1] }, opinion: '' }];
    expect(await codeOf(house.opinions.answer(house.member(1), slip.id, answers))).toBe(
      'invalid_input',
    );
  });
});

const paperAnswer = async (slip: Slip, index: number, choice: 'for' | 'against' = 'for') => {
  const scan = await house.opinions.addFile(house.secretary(), slip.id, {
    name: 'phieu.pdf',
    kind: 'scan',
    bytes: pdf,
  });
  return house.opinions.enter(house.secretary(), slip.id, {
    personId: house.memberIds[index] ?? '',
    answers: [{ key: 1, marks: { kind: 'motion', choice }, opinion: 'Viết tay' }],
    scanId: scan.id,
  });
};

describe('on paper', () => {
  test('[O31] what the secretary enters counts once another person has confirmed it', async () => {
    const slip = await house.sentSlip();
    const { entries } = await paperAnswer(slip, 2);
    const [entry] = entries;
    expect(entry).toMatchObject({ fullName: 'Đại biểu 3', scan: { name: 'phieu.pdf' } });
    const decide = (caller = house.secretary()) =>
      house.opinions.decide(caller, slip.id, entry?.id ?? '', true);
    expect(await codeOf(decide())).toBe('slip_second_person');
    const confirmed = await decide(house.secondSecretary());
    expect(confirmed.entries).toEqual([]);
    expect(confirmed.recipients[2]).toMatchObject({ onPaper: true });
    expect(await codeOf(decide(house.secondSecretary()))).toBe('conflict');
    expect(await house.opinions.getMine(house.member(2), slip.id)).toMatchObject({ onPaper: true });
  });

  test('[O32] no paper takes the place of what a member said, but a member may still change theirs', async () => {
    const slip = await house.sentSlip();
    await house.answer(slip, 1, 'against');
    expect(await codeOf(paperAnswer(slip, 1))).toBe('slip_answered');
    const { entries } = await paperAnswer(slip, 2);
    await house.opinions.decide(house.secondSecretary(), slip.id, entries[0]?.id ?? '', true);
    await house.answer(slip, 2, 'against');
    const { recipients } = await house.opinions.get(house.secretary(), slip.id);
    expect(recipients[2]).toMatchObject({ onPaper: false });
  });

  test('[O33] a second entry for a member takes the place of the first; a refused one leaves nothing', async () => {
    const slip = await house.sentSlip();
    await paperAnswer(slip, 2);
    const { entries } = await paperAnswer(slip, 2, 'against');
    expect(entries).toHaveLength(1);
    const refused = await house.opinions.decide(
      house.secretary(),
      slip.id,
      entries[0]?.id ?? '',
      false,
    );
    expect(refused.entries).toEqual([]);
    expect(refused.recipients[2]).toMatchObject({ answeredAt: null });
  });

  test('[O34] what nobody confirmed in time does not count, and the report says so', async () => {
    const slip = await house.sentSlip();
    await paperAnswer(slip, 2);
    house.clock.set(deadline);
    await house.opinions.tick();
    const { general } = await house.opinions.report(house.secretary(), slip.id);
    expect(general).toMatchObject({ returned: 0, silent: 5, unconfirmed: 1 });
  });
});
