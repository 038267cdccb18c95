import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkInOnline } from '../../models/contracts/attendance.ts';
import type { Route } from '../../models/contracts/route.ts';
import * as voting from '../../models/contracts/voting.ts';
import * as votingActs from '../../models/contracts/voting-acts.ts';
import { newId } from '../../models/ids.ts';
import * as tables from '../../models/tables/voting.ts';
import { checkLedger } from '../../models/voting/ledger-check.ts';
import { refusal } from '../testing/chamber.ts';
import { type Everyone, everyoneAt, routesIn, strange } from '../testing/fuzz.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';
import type { TestClient, TestSocket } from '../testing/test-client.ts';
import { motionDraft } from '../testing/voting-hall.ts';

const { castBallot, createPoll, listPolls } = voting;
const { closePoll, openPoll } = votingActs;

let house: MeetingHouse;
/** One of each, and who may ask: the open poll has one ballot, of the chair. */
let ids: Record<'meetingId' | 'otherMeetingId' | 'open' | 'closed' | 'draft', string>;
let callers: Everyone;
let memberLine: TestSocket;

beforeAll(async () => {
  house = await openMeetingHouse();
  const { meetingId } = house;
  const otherMeetingId = await house.newMeeting();
  await house.open();
  callers = await everyoneAt(house);
  const chairLine = await callers.chair.connect();
  memberLine = await callers.member.connect();
  for (const line of [chairLine, memberLine]) await line.act(checkInOnline, { meetingId });
  const newPoll = async () =>
    (await callers.chair.call(createPoll, { params: { meetingId }, body: motionDraft() })).id;
  const [closed, open, draft] = [await newPoll(), await newPoll(), await newPoll()];
  const params = (pollId: string) => ({ params: { meetingId, pollId } });
  await callers.chair.call(openPoll, { ...params(closed), body: { revision: 0, seconds: null } });
  await callers.chair.call(closePoll, params(closed));
  await callers.chair.call(openPoll, { ...params(open), body: { revision: 0, seconds: null } });
  const marks = { kind: 'motion' as const, choice: 'for' as const };
  await chairLine.act(castBallot, { meetingId, pollId: open, marks });
  ids = { meetingId, otherMeetingId, open, closed, draft };
});
afterAll(() => house.close());

const routes = [voting, votingActs].flatMap(routesIn);

/** All that is on record of votes. */
async function onRecord(): Promise<string> {
  const { read } = house.app.database;
  const all = [
    tables.polls,
    tables.pollVoters,
    tables.ballots,
    tables.secretBallots,
    tables.participations,
    tables.ballotEntries,
    tables.delegations,
    tables.ledgerEntries,
  ];
  return JSON.stringify(await Promise.all(all.map((table) => read.select().from(table))));
}

const fields = [
  'question',
  'revision',
  'agendaItemId',
  'paper',
  'secrecy',
  'binding',
  'reveal',
  'link',
  'ownRules',
  'pollIds',
  'seconds',
  'reason',
  'personId',
  'marks',
  'confirmed',
  'basis',
  'fromPersonId',
  'toPersonId',
  'voterId',
  'kind',
  'constructor',
];
/** A whole draft with some fields that are something else, or nothing of the kind. */
const body = fc.oneof(
  strange,
  fc
    .dictionary(fc.constantFrom(...fields), strange, { maxKeys: 4 })
    .map((junk) => ({ ...motionDraft(), revision: 0, seconds: 60, reason: 'Vì', ...junk })),
);

describe('whatever is sent as a ballot', () => {
  it('[V143] is refused by name, and nothing is on record of it', async () => {
    const before = await onRecord();
    const marks = { kind: 'motion', choice: 'maybe' };
    const junk = fc.oneof(
      strange,
      fc
        .dictionary(fc.constantFrom('meetingId', 'pollId', 'voterId'), strange, { minKeys: 1 })
        .map((wrong) => ({ meetingId: ids.meetingId, pollId: ids.open, marks, ...wrong })),
      strange.map((other) => ({ meetingId: ids.meetingId, pollId: ids.open, marks: other })),
    );
    const line = await callers.guest.connect();
    await fc.assert(
      fc.asyncProperty(junk, fc.oneof(strange, fc.constant(newId())), async (data, requestId) => {
        const answer: unknown = await line.socket
          .timeout(20_000)
          .emitWithAck(castBallot.name, { requestId, data });
        expect(answer).toMatchObject({ ok: false, error: { status: expect.any(Number) } });
        expect(Object(answer).error.status).toBeLessThan(500);
        // A runaway page is slowed; this one is not to be.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }),
      { numRuns: 100 },
    );
    expect(await onRecord()).toBe(before);
  });

  it('[V144] for closed polls, in others’ names and as an earlier request counts nothing', async () => {
    const before = await onRecord();
    const { meetingId } = ids;
    const marks = { kind: 'motion' as const, choice: 'against' as const };
    const own = { meetingId, pollId: ids.open, marks };
    const codes = async (ballot: object, requestId?: string) =>
      (await refusal(memberLine.act(castBallot, { ...own, ...ballot }, requestId))).code;
    expect(await codes({ pollId: ids.closed })).toBe('poll_not_open');
    expect(await codes({ pollId: ids.draft })).toBe('poll_not_open');
    expect(await codes({ voterId: house.chair.id })).toBe('not_on_voter_roll');
    expect(await codes({ voterId: house.guest.id })).toBe('not_on_voter_roll');
    expect(await codes({ meetingId: ids.otherMeetingId })).toBe('not_found');
    expect(await codes({ marks: { kind: 'ranked', ranking: [] } })).toBe('marks_do_not_fit');
    expect(await onRecord()).toBe(before);
    const requestId = newId();
    const { receipt } = await memberLine.act(castBallot, own, requestId);
    expect(await memberLine.act(castBallot, own, requestId)).toEqual({ receipt });
    const other = { marks: { kind: 'motion', choice: 'for' } };
    expect(await codes(other, requestId)).toBe('request_id_reused');
  });
});

const idOf = (name: string) =>
  Reflect.get(ids, name) ?? (name === 'junk' ? "' OR 1=1 --" : newId());
const send = (
  client: TestClient,
  sent: { route: Route; meeting: string; poll: string },
  payload: unknown,
) =>
  client.send(sent.route, {
    params: {
      meetingId: idOf(sent.meeting),
      pollId: idOf(sent.poll),
      entryId: newId(),
      delegationId: newId(),
    },
    ...(sent.route.method === 'DELETE' && { query: { revision: 0 } }),
    ...(sent.route.method !== 'GET' && sent.route.method !== 'DELETE' && { body: payload }),
  });

describe('whatever is sent to the routes of votes', () => {
  const place = fc.record({
    route: fc.constantFrom(...routes),
    meeting: fc.constantFrom('meetingId', 'otherMeetingId', 'strange', 'junk'),
    poll: fc.constantFrom('open', 'closed', 'draft', 'strange', 'junk'),
  });

  it('[V140] by those who may not, is refused, and nothing is on record of it', async () => {
    const before = await onRecord();
    const writing = new Set(routes.filter(({ method }) => method !== 'GET'));
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          caller: fc.constantFrom('member', 'guest', 'outsider', 'nobody'),
          place,
          body,
        }),
        async ({ caller, place: sent, body: payload }) => {
          if (!writing.has(sent.route)) return;
          const { statusCode } = await send(Reflect.get(callers, caller), sent, payload);
          expect(statusCode).toBeGreaterThanOrEqual(400);
          expect(statusCode).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
    expect(await onRecord()).toBe(before);
  });

  it('[V141] by those who may, is done whole or refused by name, and never a defect', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ place, body }), async ({ place: sent, body: payload }) => {
        const before = await onRecord();
        const { statusCode } = await send(callers.chair, sent, payload);
        expect(statusCode).toBeLessThan(500);
        if (statusCode !== 200) expect(await onRecord()).toBe(before);
      }),
      { numRuns: 250 },
    );
  });

  it('[V142] ten megabytes of text are too much, and the server goes on', async () => {
    const before = await onRecord();
    const route = createPoll;
    const question = 'a'.repeat(10_000_000);
    const response = await send(
      callers.chair,
      { route, meeting: 'meetingId', poll: 'open' },
      motionDraft({ question }),
    );
    expect(response.statusCode).toBe(413);
    expect(await onRecord()).toBe(before);
    const { items } = await callers.chair.call(listPolls, { params: { meetingId: ids.meetingId } });
    expect(items.length).toBeGreaterThan(0);
  });
});

it('[V145] leaves a record that is whole', async () => {
  const { read } = house.app.database;
  for (const pollId of [ids.open, ids.closed])
    expect(checkLedger(await house.app.services.ledger.read(read, pollId)).faults).toEqual([]);
});
