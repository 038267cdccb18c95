import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Poll } from '../../models/contracts/voting.ts';
import { defaultAttendanceSettings } from '../../models/contracts/attendance-settings.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { checkLedgerFile, readLedgerFile } from '../../models/voting/ledger-file.ts';
import type { SentFile } from '../platform/http-routes.ts';
import { loadKeys } from '../platform/keys.ts';
import { refusal } from '../testing/chamber.ts';
import { textOfPdf } from '../testing/pdf-text.ts';
import { type VotingHall, openVotingHall } from '../testing/voting-hall.ts';
import { type RecordsService, createRecordsService } from './records-service.ts';

let hall: VotingHall;
let records: RecordsService;
const ids = { open: '', secret: '' };
const refused = async (promise: Promise<unknown>, code: string) =>
  expect((await refusal(promise)).code).toBe(code);
let receipt = '';

beforeAll(async () => {
  hall = await openVotingHall(5);
  const keys = loadKeys(join(hall.dataDir, 'master.key'));
  records = createRecordsService({ ...hall, keys });
  await hall.checkIn([0, 1, 2, 3]);
  ids.open = await hall.openedPoll({ reveal: 'announcing' });
  receipt = (await hall.cast(ids.open, 0, 'for')).receipt.entryHash;
  for (const index of [1, 2]) await hall.cast(ids.open, index, 'for');
  await hall.cast(ids.open, 3, 'against');
});
afterAll(() => hall.close());

const wanted = (pollId: string) => ({ meetingId: hall.meetingId, pollId });
async function bytesOf(file: SentFile): Promise<Buffer> {
  if (!('open' in file)) throw new Error('a stored file');
  const source: Readable = file.open();
  return buffer(source);
}
const resultOf = async (pollId: string, format: 'pdf' | 'xlsx' | 'csv' | 'json') =>
  bytesOf(await records.result(hall.member(1), { ...wanted(pollId), format }));

describe('the record of a poll', () => {
  it('[L30] goes out once the result is shown, to runners at closing', async () => {
    const asMember = () => records.record(hall.member(1), wanted(ids.open));
    await refused(asMember(), 'record_not_ready');
    await hall.voting.close(hall.chair(), hall.meetingId, ids.open);
    await refused(asMember(), 'record_not_ready');
    await records.record(hall.chair(), wanted(ids.open));
    await refused(
      records.result(hall.member(1), { ...wanted(ids.open), format: 'csv' }),
      'record_not_ready',
    );
    await hall.voting.announce(hall.chair(), hall.meetingId, ids.open);
    await asMember();
    await refused(records.record(hall.chair(), wanted(hall.meetingId)), 'not_found');
  });

  it('[L38] leaves a trace of who took it, which poll and in which form, and of nothing else', async () => {
    const { items } = await hall.audit.list({ action: 'poll.exported', limit: 10 });
    expect(items.map(({ details }) => details)).toEqual([
      { format: 'record' },
      { format: 'record' },
    ]);
    expect(items[0]).toMatchObject({ meetingId: hall.meetingId, actorKind: 'person' });
  });

  it('[L31] is whole, signed with the key of the server, and holds the receipt', async () => {
    const text = (await bytesOf(await records.record(hall.member(1), wanted(ids.open)))).toString();
    const keys = hall.ledger.signingKeys().map(({ publicKey }) => publicKey);
    expect(checkLedgerFile(readLedgerFile(text), { keys, receipt })).toMatchObject({
      ok: true,
      entries: 7,
      receiptAt: 1,
    });
  });

  it('[L32] is checked by a command that says what is wrong, and by its exit status', async () => {
    const file = join(hall.dataDir, 'record.json');
    writeFileSync(file, await bytesOf(await records.record(hall.member(1), wanted(ids.open))));
    const key = hall.ledger.signingKeys()[0]?.publicKey ?? '';
    const good = await command('verify', file, '--key', key, '--receipt', receipt, '--json');
    expect(good).toMatchObject({ status: 0, said: { ok: true, entries: 7, errors: [] } });
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(String.raw`\"against\"`, String.raw`\"for\"`));
    const bad = await command('verify', file, '--json');
    expect(bad).toMatchObject({ status: 1, said: { ok: false, entries: 7 } });
    expect(bad.said).toMatchObject({ errors: ['4: the hash is not that of the entry'] });
    writeFileSync(file, Buffer.from([0xff, 0, 1, 2]));
    expect(await command('verify', file, '--json')).toMatchObject({
      status: 1,
      said: { ok: false, entries: 0, errors: ['not the file of a record'] },
    });
    expect(await command('verify', '--json')).toMatchObject({ status: 2, said: { ok: false } });
  });

  it('[L33] the database is compared by a command, also beside a running server', async () => {
    const found = await command('check', '--data', hall.dataDir, '--json');
    expect(found).toMatchObject({ status: 0, said: { ok: true, ledgers: 1, entries: 7 } });
    expect(await records.check()).toMatchObject({ ok: true, differences: [] });
    expect(records.differences()).toBe(0);
  });
});

describe('the result as a file', () => {
  it('[L34] of an open vote names everyone, in the form of a state paper', async () => {
    const text = textOfPdf(await resultOf(ids.open, 'pdf'));
    for (const words of ['KẾT QUẢ BIỂU QUYẾT', 'Tán thành: 3', 'Được thông qua', 'Không tán thành'])
      expect(text).toContain(words);
    const lines = (await resultOf(ids.open, 'csv')).toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[4]).toContain('Không tán thành');
    expect((await resultOf(ids.open, 'xlsx')).subarray(0, 2).toString()).toBe('PK');
    const said = JSON.parse((await resultOf(ids.open, 'json')).toString()) as { poll: Poll };
    expect(said.poll.verdict).toMatchObject({ outcome: 'carried', counts: { for: 3 } });
  });

  it('[L34] is dated from the place of the body, or leaves it to the pen', async () => {
    const before = textOfPdf(await resultOf(ids.open, 'pdf')).normalize('NFC');
    expect(before).toContain('..............., ngày 02 tháng 3 năm 2026');
    const { bodyId } = await hall.meetings.meetingOf(hall.database.read, hall.meetingId);
    const settings = { ...defaultAttendanceSettings, place: 'Sông Hương' };
    await hall.meetings.setAttendanceSettings(hall.secretary(), bodyId, settings);
    const after = textOfPdf(await resultOf(ids.open, 'pdf')).normalize('NFC');
    expect(after).toContain('Sông Hương, ngày 02 tháng 3 năm 2026');
  });

  it('[L34] of a secret vote gives counts alone', async () => {
    const ruleSet = { ...peoplesCommitteeRules, tie: 'not_carried' as const };
    ids.secret = await hall.openedPoll({
      secrecy: 'secret',
      ownRules: { ruleSet, reason: 'Bỏ phiếu kín' },
    });
    await hall.cast(ids.secret, 1, 'for');
    await hall.voting.close(hall.chair(), hall.meetingId, ids.secret);
    const text = textOfPdf(await resultOf(ids.secret, 'pdf'));
    expect(text).toContain('BIÊN BẢN KIỂM PHIẾU');
    const csv = (await resultOf(ids.secret, 'csv')).toString('utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(4);
    const record = await bytesOf(await records.record(hall.member(1), wanted(ids.secret)));
    expect(checkLedgerFile(readLedgerFile(record.toString())).ok).toBe(true);
  });
});

/** Runs a command of scripts/ledger. @returns its exit status and what its last line says */
async function command(name: 'verify' | 'check', ...args: string[]) {
  const script = join(import.meta.dirname, `../../scripts/ledger/${name}.ts`);
  return new Promise<{ status: number; said: unknown }>((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', script, ...args], (error, output) => {
      const status = typeof error?.code === 'number' ? error.code : 0;
      resolve({ status, said: JSON.parse(output.trim().split('\n').at(-1) ?? '') });
    });
  });
}
