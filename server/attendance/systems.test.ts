import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SystemScope } from '../../models/contracts/access.ts';
import { setAttendanceSettings } from '../../models/contracts/attendance-settings.ts';
import { defaultAttendanceSettings } from '../../models/contracts/attendance-settings.ts';
import { getMeeting } from '../../models/contracts/meetings.ts';
import { createSystem } from '../../models/contracts/systems.ts';
import { ErrorBody } from '../../models/contracts/event.ts';
import { newId } from '../../models/ids.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';
import { type FaceService, createFaceService } from './face/face-service.ts';
import { testModelsDir } from './face/testing/models.ts';
import { type FaceName, type Look, portrait } from './face/testing/portraits.ts';
import { jpegBomb, noise, pngOf, redSquare, svg, webpOf, zip } from './testing/bad-pictures.ts';

// Real pictures in real requests over real HTTP.

let face: FaceService;
let house: MeetingHouse;
let url: string;
const tokens = new Map<string, string>();
beforeAll(async () => {
  const modelsDir = await testModelsDir();
  face = await createFaceService({ modelsDir, threads: 1, queueLimit: 100 });
  house = await openMeetingHouse({ deps: { startFace: async () => face } });
  await house.app.services.recognition.started;
  url = await house.address();
  for (const scopes of [['enrol'], ['check_in'], ['read_roll'], ['read_roll', 'read_evidence']])
    tokens.set(scopes.join(), await tokenFor(scopes as SystemScope[]));
});
afterAll(() => house.close());

const tokenFor = async (scopes: SystemScope[]) => {
  const body = { name: 'Cổng soát vé', scopes, days: 30 };
  return (await house.administrator.call(createSystem, { body })).token;
};

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
}

async function ask(scope: string, path: string, { headers, ...sent }: Sent = {}) {
  const authorization = `Bearer ${tokens.get(scope)}`;
  const answer = await fetch(`${url}${path}`, { ...sent, headers: { ...headers, authorization } });
  const body: unknown = await answer.json();
  return { status: answer.status, headers: answer.headers, body };
}

const looks: Look[] = [{}, { width: 620, brightness: 0.9 }, { shift: 30, brightness: 1.1 }];
const picturesOf = (name: FaceName) =>
  Promise.all(looks.map(async (look) => new Uint8Array(await portrait(name, look))));
function form(pictures: readonly Uint8Array<ArrayBuffer>[]): FormData {
  const data = new FormData();
  for (const picture of pictures) data.append('picture', new Blob([picture]), 'p.jpg');
  return data;
}

const version = async () => {
  const { body } = await ask('enrol', '/api/v1/consent-text');
  return encodeURIComponent((body as { version: string }).version);
};
const enrolPath = async (personId: string) =>
  `/api/v1/people/${personId}/face?consentVersion=${await version()}&consentProof=CV-12%2F2026`;
const facePath = (query = '') => `/api/v1/meetings/${house.meetingId}/face-check-ins${query}`;
const rollOf = async (scope: string) => {
  const { body } = await ask(scope, `/api/v1/meetings/${house.meetingId}/roll`);
  return body as { entries: { personId: string; state: string; evidence: object | null }[] };
};

const enrolledBy = async (path: string, names: FaceName[]) => {
  const pictures = await Promise.all(names.map((name) => picturesOf(name)));
  const body = form(pictures.flat().slice(0, 8));
  return (await ask('enrol', path, { method: 'PUT', body })).body;
};

const refusalIn = (body: unknown) => {
  const refusal = ErrorBody.parse(body);
  expect(refusal.title.vi.length * refusal.title.en.length).toBeGreaterThan(0);
  return refusal;
};

describe('another system', () => {
  it('[Y20] enrols a person who consented, recognises them, and is told by name whom it recognised itself', async () => {
    const { id: personId, fullName } = house.member;
    const enrolled = await ask('enrol', await enrolPath(personId), {
      method: 'PUT',
      body: form(await picturesOf('ada1')),
    });
    expect(enrolled).toMatchObject({ status: 200, body: { personId, samples: 3 } });

    const seen = await ask('check_in', facePath(), {
      method: 'POST',
      body: form((await picturesOf('ada2')).slice(0, 2)),
    });
    expect(seen.body).toMatchObject({ outcome: 'welcome', personId, fullName, already: false });

    const named = await ask('check_in', `/api/v1/meetings/${house.meetingId}/check-ins`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: house.chair.id }),
    });
    expect(named.body).toMatchObject({ outcome: 'welcome', personId: house.chair.id });

    const { entries } = await rollOf('read_roll');
    expect(entries.every(({ evidence }) => evidence === null)).toBe(true);
    expect(entries.filter(({ state }) => state === 'in_person')).toHaveLength(2);
    const [chair, member] = (await rollOf('read_roll,read_evidence')).entries;
    expect(chair?.evidence).toMatchObject({ method: 'system', deviceName: 'Cổng soát vé' });
    expect(member?.evidence).toMatchObject({ method: 'face', score: expect.any(Number) });
  });

  it('[Y21] takes no stranger for anyone; one picture is enough only to compare with one person', async () => {
    const stranger = await picturesOf('beth');
    const other = await ask('check_in', facePath(), { method: 'POST', body: form(stranger) });
    expect(other.body).toEqual({ outcome: 'unknown' });
    const [, one] = await picturesOf('ada2');
    const jpeg = { method: 'POST', headers: { 'content-type': 'image/jpeg' } };
    const alone = await ask('check_in', facePath(), { ...jpeg, body: new Blob([one!]) });
    expect(alone.body).toEqual({ outcome: 'unsure' });
    const asMember = facePath(`?personId=${house.member.id}`);
    const same = await ask('check_in', asMember, { ...jpeg, body: new Blob([one!]) });
    expect(same.body).toMatchObject({ outcome: 'welcome', already: true });
    const no = await ask('check_in', asMember, { ...jpeg, body: new Blob([stranger[0]!]) });
    expect(no.body).toEqual({ outcome: 'unknown' });
  });

  it('[Y22] never passes where the body wants a turn of the head: a person has to look', async () => {
    const params = { meetingId: house.meetingId };
    const { bodyId } = await house.administrator.call(getMeeting, { params });
    const set = (challenge: 'always' | 'doubtful') =>
      house.administrator.call(setAttendanceSettings, {
        params: { bodyId },
        body: { ...defaultAttendanceSettings, challenge },
      });
    await set('always');
    const body = form(await picturesOf('ada2'));
    expect((await ask('check_in', facePath(), { method: 'POST', body })).body).toEqual({
      outcome: 'unsure',
    });
    await set('doubtful');
  });

  it('[Y23] gets the first answer again under the same key, and a refusal for other pictures under it', async () => {
    const headers = { 'idempotency-key': newId() };
    const path = `/api/v1/meetings/${house.meetingId}/check-ins`;
    const named = { 'content-type': 'application/json', ...headers };
    const body = JSON.stringify({ personId: house.guest.id });
    const first = await ask('check_in', path, { method: 'POST', headers: named, body });
    const second = await ask('check_in', path, { method: 'POST', headers: named, body });
    expect(first.body).toMatchObject({ outcome: 'welcome', already: false });
    expect(second.body).toEqual(first.body);
    const { done } = face.stats();
    const key = { 'idempotency-key': newId() };
    const [one, other] = [await picturesOf('beth'), await picturesOf('dora')];
    const send = (pictures: Uint8Array<ArrayBuffer>[]) =>
      ask('check_in', facePath(), { method: 'POST', headers: key, body: form(pictures) });
    const once = await send(one);
    expect((await send(one)).body).toEqual(once.body);
    expect(face.stats().done).toBe(done + one.length);
    expect((await send(other)).body).toMatchObject({ code: 'request_id_reused' });
  });

  it('[Y24] must say where the consent is, to the text in force, and needs good pictures of one person', async () => {
    const { id } = house.guest;
    const path = `/api/v1/people/${id}/face`;
    expect(await enrolledBy(path, ['beth'])).toMatchObject({
      code: 'invalid_input',
      details: { fields: ['consentVersion', 'consentProof'] },
    });
    const old = `${path}?consentVersion=1999&consentProof=x`;
    expect(await enrolledBy(old, ['beth'])).toMatchObject({ code: 'consent_text_outdated' });
    expect(await enrolledBy(await enrolPath(id), ['beth', 'dora'])).toMatchObject({
      code: 'face_quality',
    });
    expect(await enrolledBy(await enrolPath(id), ['ada2'])).toMatchObject({
      code: 'face_already_enrolled',
    });
    expect(await enrolledBy(await enrolPath(newId()), ['beth'])).toMatchObject({
      code: 'not_found',
    });
  });
});

it('[Y29] no part of any picture is in a file of the server afterwards', async () => {
  const pictures = await picturesOf('ada2');
  await ask('check_in', facePath(), { method: 'POST', body: form(pictures) });
  const files = readdirSync(house.dataDir, { recursive: true, withFileTypes: true });
  const kept = files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name)));
  const parts = pictures.flatMap((one) =>
    [200, 5000, 20_000].map((at) => Buffer.from(one.subarray(at, at + 24))),
  );
  expect(parts.filter((part) => kept.some((bytes) => bytes.includes(part)))).toEqual([]);
});

describe('an upload that is no good picture', () => {
  const attacks: [string, () => Promise<Uint8Array> | Uint8Array, string][] = [
    ['nothing at all', () => Buffer.alloc(0), 'face_image_invalid'],
    ['an SVG', () => Buffer.from(svg), 'face_image_invalid'],
    ['a GIF', () => redSquare().gif().toBuffer(), 'face_image_invalid'],
    [
      'a zip that begins like a JPEG',
      () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), zip]),
      'face_image_invalid',
    ],
    [
      'an SVG that begins like a PNG',
      () => Buffer.concat([pngOf(1, 1).subarray(0, 8), Buffer.from(svg)]),
      'face_image_invalid',
    ],
    ['half a JPEG', async () => (await portrait('ada1')).subarray(0, 9000), 'face_image_invalid'],
    ['a PNG of 30,000 × 30,000', () => pngOf(30_000, 30_000), 'face_image_too_large'],
    ['a PNG of 2³¹ pixels a side', () => pngOf(2 ** 31 - 1, 2 ** 31 - 1), 'face_image_'],
    [
      'a PNG that unpacks to far more than it says',
      () => pngOf(640, 480, deflateSync(Buffer.alloc(200_000_000))),
      'look_again',
    ],
    ['a JPEG of 65,500 × 65,500', jpegBomb, 'face_image_too_large'],
    ['a WebP of 16,383 × 16,383', () => webpOf(16_383, 16_383), 'face_image_'],
    ['7 MB of anything', () => noise(7_000_000), 'too_large'],
  ];

  it.each(attacks)(
    '[Y25] %s gets a clear refusal, costs little, and the next picture is served',
    async (_name, make, expected) => {
      const upload = new Uint8Array(await make());
      const before = process.memoryUsage().rss;
      const { status, body } = await ask('check_in', facePath(), {
        method: 'POST',
        headers: { 'content-type': 'image/png' },
        body: new Blob([upload]),
      });
      const told = status === 200 ? (body as { outcome: string }).outcome : refusalIn(body).code;
      expect(told).toContain(expected);
      expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
      const good = await ask('check_in', facePath(), {
        method: 'POST',
        body: form(await picturesOf('beth')),
      });
      expect(good.body).toEqual({ outcome: 'unknown' });
      expect(face.stats().crashes).toBe(0);
    },
  );

  it('[Y26] among good ones is pointed out by its number', async () => {
    const [one] = await picturesOf('ada1');
    const body = form([one!, new Uint8Array(noise(100))]);
    const answer = await ask('check_in', facePath(), { method: 'POST', body });
    expect(answer.body).toMatchObject({ code: 'face_image_invalid', details: { picture: 2 } });
  });

  it('[Y27] of another type, in too many parts or as broken multipart is refused by the door', async () => {
    const post = (type: string, body: BodyInit) =>
      ask('check_in', facePath(), { method: 'POST', headers: { 'content-type': type }, body });
    expect((await post('image/svg+xml', svg)).body).toMatchObject({ code: 'unsupported_media' });
    expect((await post('application/json', '{}')).body).toMatchObject({
      code: 'unsupported_media',
    });
    const broken = await post('multipart/form-data; boundary=x', '--x\r\nno end');
    expect(broken.body).toMatchObject({ code: 'invalid_input' });
    expect((await post('multipart/form-data', 'no boundary')).body).toMatchObject({
      code: 'invalid_input',
    });
    const many = form(Array.from({ length: 9 }, () => new Uint8Array(10)));
    const refused = await ask('check_in', facePath(), { method: 'POST', body: many });
    expect(refused.body).toMatchObject({ code: 'too_large' });
    const six = form(Array.from({ length: 6 }, () => new Uint8Array(10)));
    const tooMany = await ask('check_in', facePath(), { method: 'POST', body: six });
    expect(tooMany.body).toMatchObject({ code: 'invalid_input' });
  });

  it('[Y28] of a stranger is not even received', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536));
        if (pulled > 500) controller.close();
      },
    });
    const sent: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'content-type': 'image/jpeg', authorization: 'Bearer ntsys_wrong' },
    };
    const answer = await fetch(`${url}${facePath()}`, sent).then(
      async (response) => ErrorBody.parse(await response.json()).code,
      () => 'cut off',
    );
    expect(['token_invalid', 'cut off']).toContain(answer);
    expect(pulled).toBeLessThan(500);
  });
});
