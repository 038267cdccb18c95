import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setDoor } from '../../models/contracts/admission.ts';
import {
  defaultAttendanceSettings,
  setAttendanceSettings,
} from '../../models/contracts/attendance-settings.ts';
import {
  checkInOnline,
  correctTogether,
  getRoll,
  undoCorrections,
} from '../../models/contracts/attendance.ts';
import {
  enrolFace,
  exportMyFace,
  forgetMyFace,
  getMyFace,
  giveConsent,
} from '../../models/contracts/face.ts';
import { getMeeting } from '../../models/contracts/meetings.ts';
import {
  answerOwnTurn,
  answerPresence,
  checkOwnFace,
  getMyPresence,
  listPresence,
} from '../../models/contracts/presence.ts';
import { castBallot, createPoll } from '../../models/contracts/voting.ts';
import { openPoll } from '../../models/contracts/voting-acts.ts';
import { motionDraft } from '../testing/voting-hall.ts';
import { minutes } from '../platform/clock.ts';
import { refusal } from '../testing/chamber.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';
import type { TestClient, TestSocket } from '../testing/test-client.ts';
import { type FaceService, createFaceService } from './face/face-service.ts';
import { testModelsDir } from './face/testing/models.ts';
import { type FaceName, type Look, portrait } from './face/testing/portraits.ts';

// Real recognition of real faces, at the login of a member who enrolled.

let face: FaceService;
let house: MeetingHouse;
let member: TestClient;
let socket: TestSocket;
beforeAll(async () => {
  const modelsDir = await testModelsDir();
  face = await createFaceService({ modelsDir, threads: 1, queueLimit: 100 });
});
afterAll(() => face.close());
/** Every house shares the one service, so none may close it. */
const sharedFace = async () => ({ ...face, close: async () => {} });

beforeEach(async () => {
  house = await openMeetingHouse({ deps: { startFace: sharedFace } });
  await house.app.services.recognition.started;
  await house.open();
  member = await house.signedIn('uyvien');
  socket = await member.connect();
});
afterEach(() => house.close());

const looks: Look[] = [{}, { width: 620, brightness: 0.9 }, { shift: 30, brightness: 1.1 }];
const framesOf = (name: FaceName) =>
  Promise.all(looks.map(async (look) => Uint8Array.from(await portrait(name, look))));

async function enrol() {
  const { consentText } = await member.call(getMyFace);
  await member.call(giveConsent, { body: { version: consentText.version } });
  await socket.act(enrolFace, { frames: await framesOf('ada1') });
}

const params = () => ({ params: { meetingId: house.meetingId } });
const show = async (name: FaceName, occasion: 'entry' | 'recheck' = 'entry') =>
  socket.act(checkOwnFace, {
    meetingId: house.meetingId,
    occasion,
    frames: await framesOf(name),
  });
const join = () => socket.act(checkInOnline, { meetingId: house.meetingId });
const answer = (one: 'here' | 'skipped' | 'missed') =>
  socket.act(answerPresence, { meetingId: house.meetingId, answer: one });
const mine = () => member.call(getMyPresence, params());
const entryOf = async () => {
  const { entries } = await house.administrator.call(getRoll, params());
  return entries.find(({ personId }) => personId === house.member.id);
};
const lineOf = async () => {
  const { items } = await house.administrator.call(listPresence, params());
  return items.find(({ personId }) => personId === house.member.id);
};

async function set(change: Partial<typeof defaultAttendanceSettings>) {
  const { bodyId } = await house.administrator.call(getMeeting, params());
  const body = { ...defaultAttendanceSettings, ...change };
  await house.administrator.call(setAttendanceSettings, { params: { bodyId }, body });
}

describe('checking in by the own camera', () => {
  it('[P10] marks who enrolled as present online, with the face as evidence', async () => {
    await enrol();
    expect((await mine()).face).toBe('ready');
    expect(await show('ada2')).toMatchObject({ outcome: 'confirmed', present: true });
    expect(await entryOf()).toMatchObject({
      state: 'online',
      evidence: { method: 'face', score: expect.any(Number), deviceName: null },
    });
    expect(await join()).toEqual({ state: 'online' });
    expect((await entryOf())?.evidence?.method).toBe('face');
    expect((await lineOf())?.last).toMatchObject({ occasion: 'entry', way: 'face' });
  });

  it('[P10] counts as one use of the face, also when a correction of it was taken back', async () => {
    await enrol();
    await show('ada2');
    const correction = { personIds: [house.member.id], state: 'absent' as const, reason: 'Nhầm' };
    const { changeIds } = await house.administrator.call(correctTogether, {
      ...params(),
      body: correction,
    });
    await house.administrator.call(undoCorrections, { ...params(), body: { changeIds } });
    expect((await entryOf())?.evidence?.method).toBe('face');
    expect((await member.call(exportMyFace)).checkIns).toHaveLength(1);
  });

  it('[P11] refuses another face at that login; joining works all the same, and what was tried is on record', async () => {
    await enrol();
    expect(await show('beth')).toEqual({ outcome: 'different' });
    expect((await entryOf())?.state).toBe('not_yet');
    expect(await join()).toEqual({ state: 'online' });
    expect((await entryOf())?.evidence).toMatchObject({ method: 'online', score: null });
    expect((await lineOf())?.last).toMatchObject({ outcome: 'different', way: 'face' });
  });

  it('[P12] is not there for who has not enrolled, or has withdrawn; joining is', async () => {
    expect((await mine()).face).toBe('not_enrolled');
    expect((await refusal(show('ada1'))).code).toBe('face_not_enrolled');
    await enrol();
    await member.call(forgetMyFace);
    expect((await refusal(show('ada1'))).code).toBe('face_not_enrolled');
    expect(await join()).toEqual({ state: 'online' });
  });

  it('[P13] asks for a turn of the head where the body wants one, and pictures that stand still are none', async () => {
    await enrol();
    await set({ challenge: 'always' });
    const result = await show('ada2');
    if (result.outcome !== 'challenge') throw new Error(result.outcome);
    expect((await entryOf())?.state).toBe('not_yet');
    house.clock.advance(result.challenge.promptAfter + 2_000);
    const [frame] = await framesOf('ada2');
    const frames = Array.from({ length: 8 }, (_, turn) => ({ at: turn * 400, frame: frame! }));
    const turn = { meetingId: house.meetingId, occasion: 'entry' as const };
    const challengeId = result.challenge.id;
    expect(await socket.act(answerOwnTurn, { ...turn, challengeId, frames })).toMatchObject({
      outcome: 'not_turned',
    });
    expect((await entryOf())?.state).toBe('not_yet');
    expect(await join()).toEqual({ state: 'online' });
  });

  it('[P15] is evidence alone while the door lets people wait: they are present once they are in', async () => {
    await enrol();
    const desk = await house.administrator.connect();
    await desk.act(setDoor, { meetingId: house.meetingId, mode: 'all_wait' });
    expect(await show('ada2')).toMatchObject({ outcome: 'confirmed', present: false });
    expect((await entryOf())?.state).toBe('not_yet');
    expect((await lineOf())?.last).toMatchObject({ outcome: 'confirmed', way: 'face' });
  });

  it('[P14] is part of a running meeting, and being asked again of being online', async () => {
    await enrol();
    expect((await refusal(show('ada2', 'recheck'))).code).toBe('meeting_state');
    const planned = await house.newMeeting();
    const early = { meetingId: planned, occasion: 'entry' as const };
    const frames = await framesOf('ada2');
    expect((await refusal(socket.act(checkOwnFace, { ...early, frames }))).code).toBe(
      'meeting_not_open',
    );
  });
});

describe('being asked again', () => {
  it('[P20] comes as often as the body has set, counts answers, and passes what nobody answers', async () => {
    await join();
    expect(await mine()).toMatchObject({ every: 0, dueAt: null });
    await set({ recheckEvery: 30 });
    const due = async () => Date.parse((await mine()).dueAt ?? '') - Date.parse(house.clock.now());
    expect(await due()).toBe(minutes(30));
    await answer('missed');
    expect(await due()).toBe(minutes(30));
    house.clock.advance(minutes(31));
    await answer('missed');
    expect((await lineOf())?.last).toMatchObject({ outcome: 'missed', way: null });
    expect(await due()).toBe(minutes(30));
    house.clock.advance(minutes(30));
    await answer('here');
    expect((await lineOf())?.last).toMatchObject({ outcome: 'confirmed', way: 'button' });
    await enrol();
    house.clock.advance(minutes(30));
    expect(await show('ada2', 'recheck')).toMatchObject({ outcome: 'confirmed' });
    expect((await mine()).last).toMatchObject({ occasion: 'recheck', way: 'face' });
    expect(await due()).toBe(minutes(30));
  });

  it('[P21] never gates a vote and marks nobody absent: a member who fails every time can still cast', async () => {
    await enrol();
    await set({ recheckEvery: 5 });
    await (
      await (await house.signedIn('chutoa')).connect()
    ).act(checkInOnline, {
      meetingId: house.meetingId,
    });
    await join();
    for (const one of ['missed', 'skipped', 'face'] as const) {
      house.clock.advance(minutes(6));
      if (one === 'face') expect(await show('beth', 'recheck')).toEqual({ outcome: 'different' });
      else await answer(one);
    }
    house.clock.advance(minutes(20));
    expect((await entryOf())?.state).toBe('online');
    const body = motionDraft();
    const poll = await house.administrator.call(createPoll, { ...params(), body });
    const at = { meetingId: house.meetingId, pollId: poll.id };
    await house.administrator.call(openPoll, { params: at, body: { revision: 0, seconds: null } });
    const { receipt } = await socket.act(castBallot, {
      ...at,
      marks: { kind: 'motion', choice: 'for' },
    });
    expect(receipt.entryHash).toMatch(/./);
  });

  it('[P22] is for the staff to read, and each sees only what is their own', async () => {
    await join();
    expect((await refusal(member.call(listPresence, params()))).code).toBe('not_allowed');
    const strangers = await house.administrator.send(getMyPresence, params());
    expect(strangers.json().code).toBe('not_in_meeting');
  });
});
