import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  getRecordingNow,
  getRecordingTimeline,
  listRecordings,
  recordingNow,
  startRecording,
  stopRecording,
} from '../../models/contracts/recordings.ts';
import type { Id } from '../../models/ids.ts';
import { complaintsOf, packetsOf, probe } from '../../sfu/testing/probe.ts';
import { type RecordingHouse, openRecordingHouse } from '../testing/recording-house.ts';

/** A recording of rooms that people leave and come back to. */
async function inHouse(env: Record<string, string>, act: (house: RecordingHouse) => Promise<void>) {
  const house = await openRecordingHouse({ env });
  try {
    await act(house);
  } finally {
    await house.close();
  }
}

const fileOf = ({ dataDir }: RecordingHouse, id: Id, ...path: string[]) =>
  join(dataDir, 'recordings', id, ...path);

async function untilHeard(house: RecordingHouse, id: Id, take: number, count: number) {
  const file = fileOf(house, id, 'parts', String(take), 'sound-1.mkv');
  while (!existsSync(file) || (await packetsOf(file)).length < count) await sleep(200);
}

const now = ({ administrator, meetingId }: RecordingHouse) =>
  administrator.call(getRecordingNow, { params: { meetingId } });

/** Waits until the last recording is no longer being made. */
async function settled({ administrator, meetingId }: RecordingHouse) {
  for (;;) {
    const { items } = await administrator.call(listRecordings, { params: { meetingId } });
    const [recording] = items;
    if (recording && !['running', 'finishing'].includes(recording.state)) return recording;
    await sleep(100);
  }
}

test('[RK1] with nobody in the room it waits for the first sound or picture, and says so', () =>
  inHouse({}, async (house) => {
    const { chairLine, memberLine, meetingId } = house;
    const told = memberLine.next(recordingNow);
    const { id, startedAt } = await chairLine.act(startRecording, { meetingId });
    expect(await told).toEqual({ meetingId, since: startedAt, waiting: true });
    expect(await now(house)).toEqual({ since: startedAt, waiting: true });
    const began = memberLine.next(recordingNow);
    await house.come();
    expect(await began).toEqual({ meetingId, since: startedAt, waiting: false });
    await untilHeard(house, id, 1, 20);
    await chairLine.act(stopRecording, { meetingId });
    expect(await settled(house)).toMatchObject({ state: 'ready', failure: null });
  }));

test('[RK2] it rests when everyone has left, and goes on in the same recording when they come back', () =>
  inHouse({}, async (house) => {
    const { chairLine, memberLine, meetingId, administrator } = house;
    await house.come();
    const { id } = await chairLine.act(startRecording, { meetingId });
    await untilHeard(house, id, 1, 100);
    const rests = memberLine.next(recordingNow);
    await house.leave();
    expect(await rests).toMatchObject({ waiting: true });
    await house.come();
    await untilHeard(house, id, 2, 100);
    expect(await now(house)).toMatchObject({ waiting: false });
    await chairLine.act(stopRecording, { meetingId });

    const ready = await settled(house);
    expect(ready).toMatchObject({ id, state: 'ready' });
    const film = fileOf(house, id, 'recording.webm');
    const { streams } = await probe(film);
    expect(streams.map(({ codec_type }) => codec_type).toSorted()).toEqual(['audio', 'video']);
    expect(await complaintsOf(film)).toBe('');
    const timeline = await administrator.call(getRecordingTimeline, {
      params: { recordingId: id },
    });
    expect(timeline.gaps).toHaveLength(1);
    const [{ at, seconds } = { at: 0, seconds: 0 }] = timeline.gaps;
    expect(at).toBeGreaterThan(2);
    expect(at).toBeLessThan(ready.seconds ?? 0);
    expect(seconds).toBeGreaterThan(0);
    expect(existsSync(fileOf(house, id, 'parts'))).toBe(false);
  }));

test('[RK3] it ends by itself when nobody comes for as long as the setting says', () =>
  inHouse({ NGHI_TRUONG_RECORDING_IDLE_MINUTES: '0.02' }, async (house) => {
    const { chairLine, meetingId } = house;
    await chairLine.act(startRecording, { meetingId });
    expect(await settled(house)).toMatchObject({
      state: 'failed',
      endedBecause: 'idle',
      failure: 'nothing_recorded',
    });
    expect(await now(house)).toEqual({ since: null, waiting: false });
  }));

test('[RK4] none begins when the disk has no more room than it must leave', () =>
  inHouse({ NGHI_TRUONG_RECORDING_RESERVE_MB: '1000000000' }, async ({ chairLine, meetingId }) => {
    await expect(chairLine.act(startRecording, { meetingId })).rejects.toMatchObject({
      code: 'disk_full',
    });
  }));
