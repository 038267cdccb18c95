import { existsSync } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  type RecordingState,
  listRecordings,
  recordingFile,
  startRecording,
} from '../../models/contracts/recordings.ts';
import { addressOf } from '../../models/contracts/route.ts';
import { createTestApp } from '../testing/test-app.ts';
import { openRecordingHouse } from '../testing/recording-house.ts';

/** Does all that ffmpeg does, but counts how often it is to make something, and fails. */
const broken = (calls: string) =>
  `#!/bin/sh\n[ "$1" = -version ] && exit 0\necho called >> ${calls}\necho 'no such codec' >&2\nexit 1\n`;

test('[RF1] a file that cannot be made is tried three times, with its reason kept, and its streams can be downloaded', async () => {
  const house = await openRecordingHouse({ env: {} });
  const { dataDir, meetingId, chairLine } = house;
  const [ffmpeg, calls] = [join(dataDir, 'ffmpeg'), join(dataDir, 'calls')];
  await writeFile(ffmpeg, broken(calls));
  await chmod(ffmpeg, 0o755);
  const env = { NGHI_TRUONG_FFMPEG: ffmpeg };
  const begun = async () => (await readFile(calls, 'utf8').catch(() => '')).split('\n').length - 1;
  const until = async (app: Pick<typeof house, 'administrator'>, state: RecordingState) => {
    for (;;) {
      const { items } = await app.administrator.call(listRecordings, { params: { meetingId } });
      if (items[0]?.state === state) return items[0];
      await sleep(100);
    }
  };
  await house.come();
  const { id } = await chairLine.act(startRecording, { meetingId });
  await sleep(2000);
  // As an administrator who ends the server in the middle.
  await house.app.close();

  const reason = join(dataDir, 'recordings', id, 'failure.txt');
  for (const tries of [1, 2, 3, 3]) {
    if ((await begun()) < 3) await rm(reason, { force: true });
    const next = await createTestApp({ dataDir, env });
    while (!existsSync(reason)) await sleep(100);
    const failed = await until(next, 'failed');
    expect(failed).toMatchObject({ id, failure: 'unreadable', endedBecause: 'media_missing' });
    await next.app.close();
    expect(await begun()).toBe(tries);
  }
  expect(await readFile(reason, 'utf8')).toContain('no such codec');
  const last = await createTestApp({ dataDir, env });
  const { headers, rawPayload } = await last.administrator.inject({
    url: addressOf(recordingFile, { recordingId: id }),
  });
  expect(headers['content-type']).toBe('application/x-tar');
  expect(headers['content-length']).toBe(String(rawPayload.length));
  const text = rawPayload.toString('latin1');
  for (const name of ['parts/1/picture.mkv', 'parts/1/sound-1.mkv', 'turns.jsonl', 'failure.txt'])
    expect(text).toContain(name);
  await last.close();
  await house.close();
});
