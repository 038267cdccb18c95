import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  getAttendanceSettings,
  setAttendanceSettings,
} from '../../models/contracts/attendance-settings.ts';
import { listFaces } from '../../models/contracts/face-desk.ts';
import { getMyFace, giveConsent } from '../../models/contracts/face.ts';
import { type Body, createBody, listBodies, updateBody } from '../../models/contracts/meetings.ts';
import { refusal } from '../testing/chamber.ts';
import { after } from '../platform/clock.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';
import { consentTextFor } from './consent-text.ts';
import { days } from './consent-term.ts';

// How long consent lasts, where a body has less than the house.

const ofTheHouse = 100;
const { version } = consentTextFor(ofTheHouse);

let house: MeetingHouse;
let body: Body;
beforeEach(async () => {
  house = await openMeetingHouse({ env: { NGHI_TRUONG_FACE_DAYS: String(ofTheHouse) } });
  const { items } = await house.administrator.call(listBodies);
  const [first] = items;
  if (first === undefined) throw new Error('the house has no body');
  body = first;
});
afterEach(() => house.close());

const of = () => ({ params: { bodyId: body.id } });
async function keepFor(faceDays: number | null) {
  const settings = await house.administrator.call(getAttendanceSettings, of());
  await house.administrator.call(setAttendanceSettings, {
    ...of(),
    body: { ...settings, faceDays },
  });
}
const consentOf = async (username: string) => {
  const client = await house.signedIn(username);
  return (await client.call(giveConsent, { body: { version } })).consent;
};
const heldOf = async (username: string) => (await house.signedIn(username)).call(getMyFace);
const sweep = () => house.app.services.enrolment.forgetExpired();
const lasting = (consent: { givenAt: string } | null, term: number) =>
  after(consent?.givenAt ?? '', days(term));

it('[A93] a body has its members’ faces for less time, and never for more; a guest has the term of the house', async () => {
  expect((await refusal(keepFor(ofTheHouse + 1))).code).toBe('face_term_too_long');
  await keepFor(ofTheHouse);
  expect((await heldOf('uyvien')).term).toEqual({ days: ofTheHouse, bodyName: null });
  await keepFor(30);
  expect((await heldOf('uyvien')).term).toEqual({ days: 30, bodyName: body.name });
  const [member, guest] = [await consentOf('uyvien'), await consentOf('khachmoi')];
  expect(member?.retainUntil).toBe(lasting(member, 30));
  expect(guest?.retainUntil).toBe(lasting(guest, ofTheHouse));
  house.clock.advance(days(30));
  expect(await sweep()).toBe(1);
  expect((await heldOf('uyvien')).consent).toBeNull();
  expect((await heldOf('khachmoi')).consent).not.toBeNull();
});

it('[A94] a shorter term is in force for earlier consents too, a longer one only from the next', async () => {
  const given = await consentOf('uyvien');
  expect(given?.retainUntil).toBe(lasting(given, ofTheHouse));
  await keepFor(20);
  expect(await sweep()).toBe(0);
  expect((await heldOf('uyvien')).consent?.retainUntil).toBe(lasting(given, 20));
  await keepFor(null);
  await sweep();
  expect((await heldOf('uyvien')).consent?.retainUntil).toBe(lasting(given, 20));
  house.clock.advance(days(20));
  expect(await sweep()).toBe(1);
});

it('[A95] the shortest of several bodies binds, and one that does not meet any more shortens nothing', async () => {
  await keepFor(60);
  const { organisationId, members, ruleSet } = body;
  const draft = { name: 'Ban lâm thời', organisationId, members, ruleSet };
  body = await house.administrator.call(createBody, { body: draft });
  await keepFor(20);
  expect((await heldOf('uyvien')).term).toEqual({ days: 20, bodyName: body.name });
  await house.administrator.call(updateBody, { ...of(), body: { ...body, closed: true } });
  const given = await consentOf('uyvien');
  expect(given?.retainUntil).toBe(lasting(given, 60));
});

it('[A97] the desk is told of everyone how long their consent would last, for the form that they sign', async () => {
  await keepFor(30);
  const termOf = async () => {
    const { items } = await house.administrator.call(listFaces);
    return new Map(items.map(({ personId, term }) => [personId, term]));
  };
  const own = { days: 30, bodyName: body.name };
  expect((await termOf()).get(house.member.id)).toEqual(own);
  expect((await termOf()).get(house.guest.id)).toEqual({ days: ofTheHouse, bodyName: null });
});
