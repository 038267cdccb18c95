import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '../../models/contracts/audit.ts';
import {
  enrolPerson,
  forgetFaceOf,
  importFace,
  listFaces,
} from '../../models/contracts/face-desk.ts';
import {
  checkFaceReceipt,
  enrolFace,
  exportMyFace,
  forgetMyFace,
  getMyFace,
  getMyFaceTrace,
  giveConsent,
} from '../../models/contracts/face.ts';
import { faceTemplates } from '../../models/tables/attendance.ts';
import { refusal } from '../testing/chamber.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';
import { days } from './consent-term.ts';
import { consentTextFor } from './consent-text.ts';
import { type FaceService, createFaceService } from './face/face-service.ts';
import { testModelsDir } from './face/testing/models.ts';
import { type FaceName, type Look, portrait } from './face/testing/portraits.ts';

// Enrolment by others, what each sees of it, and its end. Real recognition of real faces, kept in a real file.

let face: FaceService;
beforeAll(async () => {
  face = await createFaceService({ modelsDir: await testModelsDir(), threads: 1, queueLimit: 100 });
});
afterAll(() => face.close());

const kept = 100;
const { version } = consentTextFor(kept);

let dataDir: string;
let house: MeetingHouse;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'desk-'));
  house = await openMeetingHouse({
    dataDir,
    env: { NGHI_TRUONG_FACE_DAYS: String(kept) },
    deps: { startFace: async () => ({ ...face, close: async () => {} }) },
  });
  await house.app.services.recognition.started;
});
afterEach(async () => {
  await house.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const looks: Look[] = [{}, { width: 620, brightness: 0.9 }, { shift: 30, brightness: 1.1 }];
const frameOf = async (name: FaceName, look: Look = {}) =>
  Uint8Array.from(await portrait(name, look));
const framesOf = (name: FaceName) => Promise.all(looks.map((look) => frameOf(name, look)));

async function enrolAtDesk(name: FaceName, personId = house.member.id) {
  const frames = await framesOf(name);
  const desk = await house.administrator.connect();
  return desk.act(enrolPerson, { personId, version, proof: 'HS 7', frames });
}

async function enrolOneself(username: string, name: FaceName) {
  const client = await house.signedIn(username);
  await client.call(giveConsent, { body: { version } });
  await (await client.connect()).act(enrolFace, { frames: await framesOf(name) });
  return client;
}

interface Line {
  person?: string;
  office?: string;
  proof?: string;
  consentedAt?: string | null;
  dryRun?: boolean;
}

async function importOne(frame: Uint8Array<ArrayBuffer>, line: Line = {}) {
  const desk = await house.administrator.connect();
  return desk.act(importFace, {
    person: 'uyvien',
    office: '',
    proof: 'HS 9',
    consentedAt: '2026-02-20T00:00:00.000Z',
    dryRun: false,
    frame,
    ...line,
  });
}

const outcome = async (frame: Uint8Array<ArrayBuffer>, line?: Line) =>
  (await importOne(frame, line)).outcome;

const rows = () => house.app.database.read.select().from(faceTemplates);
const stateOf = async (personId: string) =>
  (await house.administrator.call(listFaces)).items.find((one) => one.personId === personId);

describe('at the desk', () => {
  it('[A70] the person sees who took down their consent, where the form is, and until when it lasts', async () => {
    await enrolAtDesk('ada1');
    const own = await (await house.signedIn('uyvien')).call(getMyFace);
    expect(own.consent).toMatchObject({
      way: 'desk',
      proof: 'HS 7',
      version,
      retainUntil: '2026-06-10T01:00:00.000Z',
      endsSoon: false,
    });
    expect(own.consent?.takenByName).toBeTruthy();
    expect(own.enrolled).toMatchObject({ samples: 3, current: true });
    expect(await stateOf(house.member.id)).toMatchObject({ state: 'current', way: 'desk' });
    const traces = await house.administrator.call(listAudit, {
      query: { action: 'face.consented' },
    });
    expect(traces.items[0]).toMatchObject({
      subject: house.member.fullName,
      details: { way: 'desk', proof: 'HS 7' },
    });
  });

  it('[A71] is for staff alone, needs the text in force, and refuses the face of someone else', async () => {
    const frames = await framesOf('ada1');
    const wish = { personId: house.guest.id, version, proof: 'HS 1', frames };
    const member = await (await house.signedIn('uyvien')).connect();
    expect((await refusal(member.act(enrolPerson, wish))).code).toBe('not_allowed');
    const desk = await house.administrator.connect();
    const outdated = desk.act(enrolPerson, { ...wish, version: '2020/1' });
    expect((await refusal(outdated)).code).toBe('consent_text_outdated');
    await enrolAtDesk('ada1');
    expect((await refusal(desk.act(enrolPerson, wish))).code).toBe('face_already_enrolled');
    expect(await stateOf(house.guest.id)).toMatchObject({ state: 'none', way: null });
  });

  it('[A72] the same request again enrols once; a refusal names the frames at fault', async () => {
    const frames = await framesOf('ada1');
    const dark = await frameOf('ada1', { brightness: 0.15 });
    const desk = await house.administrator.connect();
    const wish = { personId: house.member.id, version, proof: 'HS 1' };
    const bad = desk.act(enrolPerson, { ...wish, frames: [dark, ...frames.slice(0, 2)] });
    expect(await refusal(bad)).toMatchObject({ code: 'face_quality', details: { bad: ['0'] } });
    expect(await rows()).toEqual([]);
    await enrolAtDesk('ada1');
    await enrolAtDesk('ada1');
    expect(await rows()).toHaveLength(3);
  });

  it('[A73] deletes at the wish of the person, with a receipt for them', async () => {
    await enrolAtDesk('ada1');
    const { code, ...receipt } = await house.administrator.call(forgetFaceOf, {
      params: { personId: house.member.id },
    });
    expect(receipt).toMatchObject({ deleted: 3, because: 'desk', fullName: house.member.fullName });
    const stranger = house.browser();
    expect(await stranger.call(checkFaceReceipt, { params: { code } })).toEqual(receipt);
    const typed = code.toLowerCase().replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await stranger.call(checkFaceReceipt, { params: { code: typed } })).toEqual(receipt);
    const other = `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`;
    const unknown = stranger.call(checkFaceReceipt, { params: { code: other } });
    expect((await refusal(unknown)).code).toBe('not_found');
  });
});

describe('an import', () => {
  it('[A80] adds each portrait once, marked by how many there are', async () => {
    expect(await importOne(await frameOf('ada1'), { dryRun: true })).toMatchObject({
      outcome: 'added',
    });
    expect(await rows()).toEqual([]);
    expect(await importOne(await frameOf('ada1'))).toMatchObject({ outcome: 'added', samples: 1 });
    const again = await importOne(await frameOf('ada1', { quality: 80 }));
    expect(again).toMatchObject({ outcome: 'already_there', samples: 1 });
    expect(await importOne(await frameOf('ada2'))).toMatchObject({ outcome: 'added', samples: 2 });
    expect(await stateOf(house.member.id)).toMatchObject({ samples: 2, way: 'import' });
  });

  it('[A81] says of each line what is wrong with it', async () => {
    const good = await frameOf('ada1');
    expect(await outcome(good, { person: 'khong.co' })).toBe('no_such_person');
    expect(await outcome(good, { proof: '' })).toBe('no_consent');
    expect(await outcome(good, { consentedAt: null })).toBe('no_consent');
    expect(await outcome(good, { consentedAt: '2027-01-01T00:00:00.000Z' })).toBe('no_consent');
    expect(await outcome(good, { consentedAt: '2025-01-01T00:00:00.000Z' })).toBe('consent_ended');
    expect(await outcome(await frameOf('ada1', { shift: 2000 }))).toBe('no_face');
    expect(await outcome(await frameOf('ada1', { brightness: 0.15 }))).toBe('poor_picture');
    expect(await outcome(await frameOf('ada1', { width: 2400 }))).not.toBe('added');
    expect(await outcome(new Uint8Array([1, 2, 3]))).toBe('broken_picture');
    expect(await rows()).toEqual([]);
    expect(await outcome(good)).toBe('added');
    expect(await outcome(good, { person: 'khachmoi' })).toBe('someone_elses');
    expect(await outcome(await frameOf('cleo'))).toBe('another_person');
  });

  it('[A82] keeps what someone enrolled before a camera, and never brings back what they withdrew', async () => {
    const client = await enrolOneself('uyvien', 'ada1');
    expect(await importOne(await frameOf('ada2'))).toMatchObject({ outcome: 'kept_own' });
    house.clock.advance(1000);
    await client.call(forgetMyFace);
    expect(await importOne(await frameOf('ada2'))).toMatchObject({ outcome: 'consent_ended' });
    expect(await rows()).toEqual([]);
  });
});

describe('what a person sees', () => {
  it('[A90] consent, enrolment, each use and the download, but nothing of anyone else', async () => {
    const client = await enrolOneself('uyvien', 'ada1');
    await enrolOneself('khachmoi', 'cleo');
    const all = await client.call(exportMyFace);
    expect(all).toMatchObject({
      person: { fullName: house.member.fullName },
      consents: [{ way: 'self', version }],
      deletions: [],
    });
    expect(all.templates).toHaveLength(3);
    const { items } = await client.call(getMyFaceTrace);
    const actions = items.map(({ action }) => action);
    expect(actions.toSorted()).toEqual([
      'face.accessed',
      'face.consented',
      'face.enrolled',
      'face.exported',
    ]);
    const sealed = (await rows()).map((row) => row.sealed.toString('base64').slice(0, 24));
    for (const secret of sealed) expect(JSON.stringify(all)).not.toContain(secret);
  });
});

describe('the end', () => {
  it('[A91] of its time takes the templates by itself, with a reminder before; renewed consent does not end', async () => {
    await enrolOneself('uyvien', 'ada1');
    await enrolOneself('khachmoi', 'cleo');
    const { enrolment } = house.app.services;
    house.clock.advance(days(60));
    let [client, other] = [await house.signedIn('uyvien'), await house.signedIn('khachmoi')];
    expect((await client.call(getMyFace)).consent).toMatchObject({ endsSoon: true });
    const renewed = await other.call(giveConsent, { body: { version } });
    expect(renewed).toMatchObject({ consent: { endsSoon: false }, enrolled: { samples: 3 } });
    expect(await enrolment.forgetExpired()).toBe(0);
    house.clock.advance(days(40));
    expect(await enrolment.forgetExpired()).toBe(1);
    [client, other] = [await house.signedIn('uyvien'), await house.signedIn('khachmoi')];
    expect(await client.call(getMyFace)).toMatchObject({ enrolled: null, consent: null });
    expect((await other.call(getMyFace)).enrolled).not.toBeNull();
    const { items } = await house.app.services.audit.list({ action: 'face.deleted', limit: 5 });
    expect(items).toMatchObject([
      { actorKind: 'system', details: { deleted: 3, because: 'retention' } },
    ]);
  });

  it('[A92] leaves nothing of the templates in any file, also between the templates of others', async () => {
    await enrolOneself('chutoa', 'beth');
    const client = await enrolOneself('uyvien', 'ada1');
    await enrolOneself('khachmoi', 'cleo');
    const mine = (await rows()).filter(({ personId }) => personId === house.member.id);
    const found = () => {
      const files = readdirSync(dataDir).filter((name) => name.startsWith('nghi-truong.sqlite'));
      const bytes = files.map((name) => readFileSync(join(dataDir, name)));
      const parts = mine.flatMap(({ sealed }) =>
        Array.from({ length: sealed.length >> 4 }, (_, at) =>
          sealed.subarray(16 * at, 16 * at + 16),
        ),
      );
      return parts.filter((part) => bytes.some((file) => file.includes(part))).length;
    };
    expect(found()).toBeGreaterThan(300);
    await client.call(forgetMyFace);
    expect(found()).toBe(0);
  });
});
