import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkInOnline } from '../../models/contracts/attendance.ts';
import * as elections from '../../models/contracts/elections.ts';
import type { Route } from '../../models/contracts/route.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import { createPoll } from '../../models/contracts/voting.ts';
import { openPoll } from '../../models/contracts/voting-acts.ts';
import { newId } from '../../models/ids.ts';
import * as electionTables from '../../models/tables/elections.ts';
import * as tables from '../../models/tables/voting.ts';
import { createTrusteeBrowser, createVoterBrowser } from '../testing/election-browser.ts';
import { type Everyone, everyoneAt, routesIn, strange } from '../testing/fuzz.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';
import type { TestClient, TestSocket } from '../testing/test-client.ts';
import { motionDraft } from '../testing/voting-hall.ts';

const { castEncrypted, doTrusteeStep, getElection, registerCredential } = elections;

let house: MeetingHouse;
/** `keys`: its trustees have done nothing; `open`: the chair has voted; `plain`: a poll without trustees. */
let ids: Record<'meetingId' | 'otherMeetingId' | 'keys' | 'open' | 'plain', string>;
let callers: Everyone;
let lines: Record<'chair' | 'member' | 'guest', TestSocket>;
let uuids: string[];
/** A good ballot of the member, which was not given, and the chair's, which was. */
let ballots: Record<'own' | 'given', string>;
/** A good share of a key for the poll that waits for one. */
let goodKey: string;

const rules = { ruleSet: { ...peoplesCommitteeRules, tie: 'not_carried' as const }, reason: 'Kín' };

async function newPoll(trusteeIds: string[] | null): Promise<string> {
  const trustees = trusteeIds && { personIds: trusteeIds, needed: null };
  const draft = motionDraft({ secrecy: 'secret', trustees, ownRules: rules });
  const { meetingId } = house;
  return (await callers.chair.call(createPoll, { params: { meetingId }, body: draft })).id;
}

const nothing = () => Promise.reject(new Error('nothing is decrypted'));

beforeAll(async () => {
  house = await openMeetingHouse();
  const { meetingId, chair, member } = house;
  const otherMeetingId = await house.newMeeting();
  await house.open();
  callers = await everyoneAt(house);
  const { chair: first, member: second, guest } = callers;
  lines = {
    chair: await first.connect(),
    member: await second.connect(),
    guest: await guest.connect(),
  };
  for (const line of [lines.chair, lines.member]) await line.act(checkInOnline, { meetingId });
  const trusteeIds = [chair.id, member.id];
  const [open, keys, plain] = [
    await newPoll(trusteeIds),
    await newPoll(trusteeIds),
    await newPoll(null),
  ];
  ids = { meetingId, otherMeetingId, open, keys, plain };
  const place = { meetingId, pollId: open };
  for (const one of [first, second]) {
    const election = await one.call(getElection, { params: place });
    if (election.task === null) throw new Error('a trustee has nothing to do');
    const payload = await createTrusteeBrowser().work(election, election.task, nothing);
    const body = { uuid: election.uuid, step: election.task.step, payload };
    await one.call(doTrusteeStep, { params: place, body });
    goodKey = payload;
  }
  const voters = [createVoterBrowser(), createVoterBrowser()] as const;
  const { uuid } = await first.call(getElection, { params: place });
  for (const [at, line] of [lines.chair, lines.member].entries())
    await line.act(registerCredential, {
      ...place,
      uuid,
      credential: voters[at === 0 ? 0 : 1].credential(uuid),
    });
  await first.call(openPoll, { params: place, body: { revision: 0, seconds: null } });
  const { setup } = await first.call(getElection, { params: place });
  const election = setup?.election ?? '';
  ballots = {
    given: voters[0].ballot(election, [[1, 0, 0]]),
    own: voters[1].ballot(election, [[0, 1, 0]]),
  };
  await lines.chair.act(castEncrypted, { ...place, ballot: ballots.given });
  const waiting = await first.call(getElection, { params: { meetingId, pollId: keys } });
  uuids = [uuid, waiting.uuid];
});
afterAll(() => house.close());

const routes = routesIn(elections);

/** All that is on record of votes and elections. */
async function onRecord(): Promise<string> {
  const { read } = house.app.database;
  const all = [
    ...Object.values(electionTables),
    tables.polls,
    tables.pollVoters,
    tables.participations,
    tables.ledgerEntries,
  ];
  return JSON.stringify(await Promise.all(all.map((table) => read.select().from(table))));
}

/** A message of the specification with one place that is something else. */
const spoilt = (pick: () => string) =>
  fc
    .record({ at: fc.nat(), by: fc.constantFrom('"', '0', '9', '{', ',', '\\', 'e', '-') })
    .map(({ at, by }) => {
      const text = pick();
      const place = at % text.length;
      return `${text.slice(0, place)}${by}${text.slice(place + (at % 2))}`;
    });

const wrongBallot = fc.oneof(
  strange,
  spoilt(() => ballots.own),
  fc.constant(null).map(() => ballots.given.replace('"answers":[{', '"answers":[{"a":1,')),
  fc.constant(null).map(() => ballots.own.replace(/"credential":"\d+"/, '"credential":"1"')),
);

const place = fc.record({
  meeting: fc.constantFrom('meetingId', 'otherMeetingId', 'strange'),
  poll: fc.constantFrom('keys', 'open', 'plain', 'strange'),
});
const idOf = (name: string): string =>
  Reflect.get(ids, name) ?? (name === 'junk' ? "' OR 1=1 --" : newId());

/** Sends what no page sends; a runaway page is slowed, and this one is not to be. */
async function expectRefused(line: TestSocket, name: string, data: unknown): Promise<void> {
  const answer: unknown = await line.socket
    .timeout(20_000)
    .emitWithAck(name, { requestId: newId(), data });
  expect(answer).toMatchObject({ ok: false, error: { status: expect.any(Number) } });
  expect(Object(answer).error.status).toBeLessThan(500);
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('whatever is sent as an encrypted ballot or a credential', () => {
  it('[VE60] that is none is refused by name, and nothing is on record of it', async () => {
    const before = await onRecord();
    await fc.assert(
      fc.asyncProperty(wrongBallot, async (ballot) => {
        const data = { meetingId: ids.meetingId, pollId: ids.open, ballot };
        // What was changed into itself is a good ballot.
        if (ballot !== ballots.own) await expectRefused(lines.member, castEncrypted.name, data);
      }),
      { numRuns: 120 },
    );
    expect(await onRecord()).toBe(before);
  });

  it('[VE61] by who may not, or for what is no open election, is refused, and nothing is on record', async () => {
    const before = await onRecord();
    const data = fc.oneof(
      strange,
      fc.record({ place, credential: strange, uuid: fc.oneof(strange, fc.nat()) }).map((one) => ({
        meetingId: idOf(one.place.meeting),
        pollId: idOf(one.place.poll),
        credential: one.credential,
        uuid: typeof one.uuid === 'number' ? uuids[one.uuid % uuids.length] : one.uuid,
      })),
      place.map(({ meeting, poll }) => ({
        meetingId: idOf(meeting),
        pollId: idOf(poll === 'open' ? 'plain' : poll),
        ballot: ballots.own,
      })),
    );
    const sent = fc.record({
      data,
      line: fc.constantFrom('chair' as const, 'member' as const, 'guest' as const),
      name: fc.constantFrom(castEncrypted.name, registerCredential.name),
    });
    await fc.assert(
      fc.asyncProperty(sent, ({ data: one, line, name }) => expectRefused(lines[line], name, one)),
      { numRuns: 150 },
    );
    expect(await onRecord()).toBe(before);
  });
});

const body = fc.oneof(
  strange,
  fc.record({
    uuid: fc.oneof(
      strange,
      fc.nat().map((at) => uuids[at % uuids.length]),
    ),
    step: fc.oneof(strange, fc.constantFrom(...elections.trusteeSteps)),
    payload: fc.oneof(
      strange,
      spoilt(() => goodKey),
    ),
  }),
);
const request = fc.record({
  route: fc.constantFrom(...routes),
  meeting: fc.constantFrom('meetingId', 'otherMeetingId', 'strange', 'junk'),
  poll: fc.constantFrom('keys', 'open', 'plain', 'strange', 'junk'),
  body,
});

type Sent = { route: Route; meeting: string; poll: string; body: unknown };
const send = (client: TestClient, { route, meeting, poll, body: sent }: Sent) =>
  client.send(route, {
    params: { meetingId: idOf(meeting), pollId: idOf(poll) },
    ...(route.method !== 'GET' && { body: sent }),
  });

describe('whatever is sent to the routes of elections', () => {
  it('[VE62] by those who may not, is refused, and nothing is on record of it', async () => {
    const before = await onRecord();
    const callerNames = fc.constantFrom('guest' as const, 'outsider' as const, 'nobody' as const);
    await fc.assert(
      fc.asyncProperty(callerNames, request, async (caller, sent) => {
        const { statusCode } = await send(callers[caller], sent);
        const isOpen = caller === 'guest' && sent.route.method === 'GET';
        expect(statusCode).toBeGreaterThanOrEqual(isOpen ? 200 : 400);
        expect(statusCode).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
    expect(await onRecord()).toBe(before);
  });

  it('[VE63] by trustees and those who run the vote, is done whole or refused by name, and never a defect', async () => {
    const callerNames = fc.constantFrom('chair' as const, 'member' as const);
    await fc.assert(
      fc.asyncProperty(callerNames, request, async (caller, sent) => {
        const before = await onRecord();
        const { statusCode } = await send(callers[caller], sent);
        expect(statusCode).toBeLessThan(500);
        if (statusCode !== 200) expect(await onRecord()).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it('[VE64] leaves the open election as it was, in which people still vote', async () => {
    const { meetingId } = ids;
    const given = { meetingId, pollId: ids.open, ballot: ballots.own };
    await expect(lines.member.act(castEncrypted, given)).resolves.toMatchObject({
      tracker: expect.any(String),
    });
    const params = { meetingId, pollId: ids.open };
    const { ballots: count } = await callers.chair.call(getElection, { params });
    expect(count).toBe(2);
  });
});
