import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getRoll } from '../../models/contracts/attendance.ts';
import { listAudit } from '../../models/contracts/audit.ts';
import {
  checkFrame,
  enrolFace,
  exportMyFace,
  getMyFace,
  getMyFaceTrace,
  giveConsent,
} from '../../models/contracts/face.ts';
import { recogniseFace } from '../../models/contracts/kiosk.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';
import { TestClient } from '../testing/test-client.ts';
import { type FaceService, createFaceService } from './face/face-service.ts';
import {
  findLeaks,
  type Needles,
  needlesOfPicture,
  needlesOfVector,
} from './face/testing/leaks.ts';
import { testModelsDir } from './face/testing/models.ts';
import { type FaceName, portrait } from './face/testing/portraits.ts';
import { meanTemplate } from './face/matcher.ts';

// The whole server at work, with everything written down that it logs, answers and stores.

/** Machines that run these may be slow and busy; nothing here is about speed. */
const PATIENCE = 180_000;
vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });

const logged: string[] = [];
/** Without the redaction of the server's own log, so that nothing depends on it. */
const logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
const answered: Uint8Array[] = [];
const secrets: Needles[] = [];

const dataDir = mkdtempSync(join(tmpdir(), 'no-face-leaves-'));
let house: MeetingHouse;
let face: FaceService;

/** In memory of its own, as a contract wants it. */
async function frameOf(name: FaceName, look = {}) {
  const frame = Uint8Array.from(await portrait(name, look));
  secrets.push(needlesOfPicture(frame));
  return frame;
}
const framesOf = (name: FaceName) =>
  Promise.all([{}, { width: 620, brightness: 0.9 }, { shift: 30 }].map((l) => frameOf(name, l)));

function captureAnswers() {
  const { inject, connect } = TestClient.prototype;
  vi.spyOn(TestClient.prototype, 'inject').mockImplementation(async function (
    this: TestClient,
    request,
  ) {
    const response = await inject.call(this, request);
    answered.push(response.rawPayload, Buffer.from(JSON.stringify(response.headers)));
    return response;
  });
  vi.spyOn(TestClient.prototype, 'connect').mockImplementation(async function (this: TestClient) {
    const socket = await connect.call(this);
    // Below all events: what comes over the line, acknowledgements and notices and pictures alike.
    socket.socket.io.engine.on('packet', ({ data }) => {
      if (data !== undefined) answered.push(Buffer.from(data));
    });
    return socket;
  });
}

beforeAll(async () => {
  captureAnswers();
  face = await createFaceService({ modelsDir: await testModelsDir(), threads: 1, logger });
  house = await openMeetingHouse({ dataDir, deps: { logger, startFace: async () => face } });
  await house.app.services.recognition.started;
});
afterAll(async () => {
  await house.close();
  rmSync(dataDir, { recursive: true, force: true });
  vi.restoreAllMocks();
});

/** Enrols, looks at the own data, checks in well and badly, and reads all that is to read about it. */
async function useFaces(frames: Uint8Array<ArrayBuffer>[], broken: Uint8Array<ArrayBuffer>) {
  const { meetingId, administrator } = house;
  const client = await house.signedIn('uyvien');
  const { consentText } = await client.call(getMyFace);
  await client.call(giveConsent, { body: { version: consentText.version } });
  const person = await client.connect();
  await person.act(checkFrame, { frame: frames[0]! });
  const { enrolled } = await person.act(enrolFace, { frames });
  const kiosk = await (await house.pairDevice('kiosk', house.roomId)).client.connect();
  const watching = await administrator.connect();
  const seen = await kiosk.act(recogniseFace, { meetingId, frames });
  await kiosk.act(recogniseFace, { meetingId, frames: [broken] }).catch(() => {});
  await person.act(checkFrame, { frame: broken }).catch(() => {});
  await client.call(getMyFaceTrace);
  await client.call(exportMyFace);
  await administrator.call(getRoll, { params: { meetingId } });
  await administrator.call(listAudit, { query: {} });
  for (const url of ['/metrics', '/api/ready', '/api/me/face'])
    await client.inject({ method: 'GET', url });
  watching.socket.disconnect();
  return { enrolled, outcome: seen.outcome };
}

describe('no picture and no descriptor', () => {
  it('[A190] is in a log line, in an answer, in a notice or unencrypted on the disk', async () => {
    const frames = await framesOf('dora');
    const broken = Uint8Array.from(frames[1]!.subarray(0, 20_000));
    const used = await useFaces(frames, broken);
    expect(used.enrolled).toMatchObject({ samples: 3 });
    expect(used.outcome).toBe('welcome');
    const vectors: Float32Array[] = [];
    for (const frame of frames) {
      for (const purpose of ['enrol', 'check-in'] as const) {
        const { embedding } = await face.analyse(frame, purpose);
        if (embedding) vectors.push(embedding);
      }
    }
    expect(vectors).toHaveLength(6);
    secrets.push(...vectors.map(needlesOfVector), needlesOfVector(meanTemplate(vectors)));
    expect(logged.length).toBeGreaterThan(0);
    expect(answered.length).toBeGreaterThan(20);
    expect(findLeaks(Buffer.from(logged.join('')), secrets)).toEqual([]);
    for (const answer of answered) expect(findLeaks(answer, secrets)).toEqual([]);
    for (const file of filesBelow(dataDir))
      expect({ file, leaks: findLeaks(readFileSync(file), secrets) }).toEqual({ file, leaks: [] });
  });
});

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the search for them', () => {
  const around = fc.uint8Array({ maxLength: 200 });
  const written = fc.constantFrom<(secret: Buffer) => Buffer>(
    (secret) => secret,
    (secret) => Buffer.from(secret.toString('base64')),
    (secret) => Buffer.from(secret.toString('base64url')),
    (secret) => Buffer.from(secret.toString('hex').toUpperCase()),
    (secret) => Buffer.from(JSON.stringify(secret)),
  );

  it('[A191] finds a picture anywhere, in whatever way it is written', async () => {
    const picture = Buffer.from(await portrait('beth'));
    const needles = [needlesOfPicture(picture)];
    fc.assert(
      fc.property(around, around, written, (before, after, write) => {
        const haystack = Buffer.concat([before, write(picture), after]);
        expect(findLeaks(haystack, needles)).not.toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('[A192] finds a descriptor, also one of its numbers alone', () => {
    const numbers = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
      minLength: 128,
      maxLength: 128,
    });
    fc.assert(
      fc.property(around, numbers, written, (before, values, write) => {
        const vector = Float32Array.from(values, (x, i) => (i % 2 ? x : -x));
        const needles = [needlesOfVector(vector)];
        const bytes = Buffer.from(vector.buffer);
        if (new Set(bytes).size > 100)
          expect(findLeaks(Buffer.concat([before, write(bytes)]), needles)).not.toEqual([]);
        const long = vector.find((x) => `${Math.abs(x)}`.length > 12);
        if (long !== undefined)
          expect(findLeaks(Buffer.from(`[${long}]`), needles)).not.toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('[A193] finds nothing in what is not there', () => {
    const needles = [needlesOfVector(Float32Array.from({ length: 512 }, (_, i) => Math.sin(i)))];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        expect(findLeaks(bytes, needles)).toEqual([]);
      }),
    );
  });
});
