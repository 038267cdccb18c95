import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAudit } from '../../models/contracts/audit.ts';
import { setMeetingState } from '../../models/contracts/meetings.ts';
import {
  type RecordingState,
  deleteRecording,
  getRecordingNow,
  getRecordingTimeline,
  listRecordings,
  recordingFile,
  recordingNow,
  startRecording,
  stopRecording,
} from '../../models/contracts/recordings.ts';
import { addressOf } from '../../models/contracts/route.ts';
import type { Id } from '../../models/ids.ts';
import { complaintsOf, packetsOf, probe } from '../../sfu/testing/probe.ts';
import { openMeetingHouse } from '../testing/meeting-house.ts';
import { type RecordingHouse, openRecordingHouse, startMedia } from '../testing/recording-house.ts';
import { type TestApp, createTestApp } from '../testing/test-app.ts';

let house: RecordingHouse;
const refused = (code: string) => ({ code });

beforeAll(async () => {
  house = await openRecordingHouse({ env: { NGHI_TRUONG_RECORDING_DAYS: '30' } });
  await house.come();
});
afterAll(() => house.close());

const folderIn = (dataDir: string, id: Id) => join(dataDir, 'recordings', id);
const filmIn = (dataDir: string, id: Id) => join(folderIn(dataDir, id), 'recording.webm');

async function untilState(app: TestApp, meetingId: Id, state: RecordingState) {
  for (;;) {
    const { items } = await app.administrator.call(listRecordings, { params: { meetingId } });
    if (items.length > 0 && items.every((item) => item.state === state)) return items;
    await sleep(100);
  }
}

/** Waits until a stream of a take holds so many packets. */
async function untilWritten(dataDir: string, id: Id, stream: string, count: number, take = 1) {
  const file = join(folderIn(dataDir, id), 'parts', String(take), stream);
  while (!existsSync(file) || (await packetsOf(file)).length < count) await sleep(200);
}

async function expectPlayable(file: string) {
  const { streams, format, chapters } = await probe(file);
  expect(streams.map(({ codec_type }) => codec_type).toSorted()).toEqual(['audio', 'video']);
  expect(await complaintsOf(file)).toBe('');
  return { seconds: format.duration ?? 0, chapters: chapters.map(({ tags }) => tags.title) };
}

describe('a recording', () => {
  test('[RS1] is one playable file with picture and sound, told to everyone, with its speakers', async () => {
    const { meetingId, chairLine, memberLine, administrator, dataDir } = house;
    const told = memberLine.next(recordingNow);
    const recording = await chairLine.act(startRecording, { meetingId });
    expect(await told).toEqual({ meetingId, since: recording.startedAt, waiting: false });
    expect(recording).toMatchObject({ state: 'running', startedByName: house.chair.fullName });
    const member = await house.signedIn('uyvien');
    const params = { meetingId };
    expect((await member.call(getRecordingNow, { params })).since).toBe(recording.startedAt);
    await expect(chairLine.act(startRecording, { meetingId })).rejects.toMatchObject(
      refused('recording_state'),
    );
    await untilWritten(dataDir, recording.id, 'sound-1.mkv', 250);
    await untilWritten(dataDir, recording.id, 'picture.mkv', 30);

    const ended = memberLine.next(recordingNow);
    await chairLine.act(stopRecording, { meetingId });
    expect(await ended).toEqual({ meetingId, since: null, waiting: false });
    const [ready] = await untilState(house, meetingId, 'ready');
    const { seconds, chapters } = await expectPlayable(filmIn(dataDir, recording.id));
    expect(seconds).toBeGreaterThan(4);
    expect(ready?.seconds).toBeCloseTo(seconds, 0);
    expect(ready?.deleteAt).toBe('2026-04-01T01:00:00.000Z');
    expect(readdirSync(folderIn(dataDir, recording.id)).toSorted()).toEqual([
      'recording.webm',
      'turns.jsonl',
    ]);
    const timeline = await administrator.call(getRecordingTimeline, {
      params: { recordingId: recording.id },
    });
    for (const { fullName, from, to } of timeline.items) {
      expect(fullName).toBe(house.member.fullName);
      expect(from).toBeLessThan(to);
    }
    expect(chapters).toEqual(timeline.items.map(({ fullName }) => fullName));
  });

  test('[RS2] is downloaded by the staff alone, whole or in ranges, and each download is traced', async () => {
    const { meetingId, administrator } = house;
    const [ready] = await untilState(house, meetingId, 'ready');
    const url = addressOf(recordingFile, { recordingId: ready?.id ?? '' });
    const whole = await administrator.inject({ url });
    expect(whole.statusCode).toBe(200);
    expect(whole.rawPayload.length).toBe(ready?.bytes);
    expect(whole.headers['content-disposition']).toContain(
      'filename="Phien hop 2026-03-02T0100.webm"',
    );
    const part = await administrator.inject({ url, headers: { range: 'bytes=4-9' } });
    expect(part.statusCode).toBe(206);
    expect(part.rawPayload).toEqual(whole.rawPayload.subarray(4, 10));
    const behind = await administrator.inject({ url, headers: { range: 'bytes=999999999-' } });
    expect(behind.statusCode).toBe(416);
    for (const name of ['chutoa', 'uyvien', 'khachmoi'])
      expect((await (await house.signedIn(name)).inject({ url })).statusCode).toBe(403);
    expect((await house.browser().inject({ url })).statusCode).toBe(401);
    const query = { meetingId, action: 'recording.downloaded' as const };
    expect((await administrator.call(listAudit, { query })).items).toHaveLength(1);
  });

  test('[RS3] ends with its meeting', async () => {
    const meetingId = await house.newMeeting();
    const setState = (state: 'open' | 'closed') =>
      house.administrator.call(setMeetingState, { params: { meetingId }, body: { state } });
    await setState('open');
    await house.chairLine.act(startRecording, { meetingId });
    await setState('closed');
    const [recording] = await untilState(house, meetingId, 'failed');
    expect(recording?.failure).toBe('nothing_recorded');
    await expect(house.chairLine.act(startRecording, { meetingId })).rejects.toMatchObject(
      refused('meeting_not_open'),
    );
    await expect(house.chairLine.act(stopRecording, { meetingId })).rejects.toMatchObject(
      refused('recording_state'),
    );
  });

  test('[RS4] deletes itself when its time has come; that it was stays on record', async () => {
    const { meetingId, clock, app, administrator, dataDir } = house;
    const [before] = await untilState(house, meetingId, 'ready');
    await app.services.recordings.forgetOld();
    expect(existsSync(filmIn(dataDir, before?.id ?? ''))).toBe(true);
    clock.advance(31 * 86_400_000);
    await app.services.recordings.forgetOld();
    const again = await house.signedIn('quantri');
    const { items } = await again.call(listRecordings, { params: { meetingId } });
    expect(items.map(({ state }) => state)).toEqual(['deleted']);
    expect(existsSync(folderIn(dataDir, before?.id ?? ''))).toBe(false);
    await expect(
      again.call(deleteRecording, { params: { recordingId: before?.id ?? '' } }),
    ).rejects.toMatchObject(refused('recording_state'));
    const query = { meetingId, action: 'recording.deleted' as const };
    const trace = await again.call(listAudit, { query });
    expect(trace.items.map(({ actorKind }) => actorKind)).toEqual(['system']);
    expect(administrator).toBeDefined();
  });
});

test('[RS5] without ffmpeg the chair is told what is missing', async () => {
  const env = { NGHI_TRUONG_FFMPEG: '/nowhere/ffmpeg' };
  const bare = await openMeetingHouse({ env, deps: { startMedia } });
  await bare.open();
  const line = await (await bare.signedIn('chutoa')).connect();
  await expect(line.act(startRecording, { meetingId: bare.meetingId })).rejects.toMatchObject(
    refused('recorder_missing'),
  );
  await bare.close();
});

/** Records in another process and kills that, and all that it started, in the middle. */
async function recordUntilKilled(dataDir: string) {
  const program = fileURLToPath(new URL('../testing/recording-process.ts', import.meta.url));
  const options = { execArgv: ['--import', 'tsx'], detached: true };
  const child: ChildProcess = fork(program, [dataDir], options);
  const [told] = (await once(child, 'message')) as [{ meetingId: Id; recordingId: Id }];
  await untilWritten(dataDir, told.recordingId, 'sound-1.mkv', 150);
  await untilWritten(dataDir, told.recordingId, 'picture.mkv', 30);
  const written = await packetsOf(join(folderIn(dataDir, told.recordingId), 'parts/1/sound-1.mkv'));
  const ended = once(child, 'exit');
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await ended;
  return { ...told, last: written.at(-1)?.pts_time ?? 0 };
}

test('[RS6] what a crash of the server ended is finished up to the last second where nothing can be recorded', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'nghi-truong-'));
  const { meetingId, recordingId, last } = await recordUntilKilled(dataDir);
  const next = await createTestApp({ dataDir });
  const now = await next.administrator.call(getRecordingNow, { params: { meetingId } });
  expect(now).toEqual({ since: null, waiting: false });
  const [recording] = await untilState(next, meetingId, 'ready');
  expect(recording?.endedBecause).toBe('media_missing');
  const { seconds } = await expectPlayable(filmIn(dataDir, recordingId));
  expect(seconds).toBeGreaterThanOrEqual(last);
  await next.close();
  rmSync(dataDir, { recursive: true, force: true });
});
