import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Choice } from '../../models/contracts/ballots.ts';
import { checkInOnline } from '../../models/contracts/attendance.ts';
import {
  createBody,
  createMeeting,
  enterMeeting,
  setMeetingState,
} from '../../models/contracts/meetings.ts';
import { peoplesCommitteeRules } from '../../models/contracts/rules.ts';
import {
  ballotRecorded,
  castBallot,
  createPoll,
  listPolls,
  pollChanged,
  pollProgress,
} from '../../models/contracts/voting.ts';
import { closePoll, openPoll } from '../../models/contracts/voting-acts.ts';
import { newId } from '../../models/ids.ts';
import { refusal } from '../testing/chamber.ts';
import { type TestApp, createTestApp } from '../testing/test-app.ts';
import { motionDraft } from '../testing/voting-hall.ts';

let house: TestApp;
beforeEach(async () => {
  house = await createTestApp();
});
afterEach(() => house.close());

/** An open meeting of a body of two, with a guest; everyone is signed in. */
async function openMeeting() {
  const [chair, member, guest] = await Promise.all(
    ['chutoa', 'thanhvien', 'khachmoi'].map(async (username) => {
      const person = await house.addPerson({ username });
      return { id: person.id, client: await house.signedIn(username) };
    }),
  );
  if (!chair || !member || !guest) throw new Error('nobody there');
  const { administrator } = house;
  const body = await administrator.call(createBody, {
    body: {
      name: 'UBND phường',
      organisationId: null,
      members: [
        { personId: chair.id, role: 'chair' },
        { personId: member.id, role: 'member' },
      ],
      ruleSet: peoplesCommitteeRules,
    },
  });
  const { id: meetingId } = await administrator.call(createMeeting, {
    body: {
      bodyId: body.id,
      title: 'Phiên họp',
      kind: 'regular',
      roomId: null,
      startsAt: '2026-03-02T01:00:00Z',
      endsAt: '2026-03-02T03:00:00Z',
      agenda: [],
      participants: [
        { personId: chair.id, role: 'chair', seat: '' },
        { personId: member.id, role: 'member', seat: '' },
        { personId: guest.id, role: 'guest', seat: '' },
      ],
    },
  });
  const params = { meetingId };
  await chair.client.call(setMeetingState, { params, body: { state: 'open' } });
  return { meetingId, params, chair: chair.client, member: member.client, guest: guest.client };
}

it('[V70] a vote from the opening to the result, over routes and sockets', async () => {
  const { meetingId, params, chair, member, guest } = await openMeeting();
  const screen = await (await house.pairDevice('screen', null)).client.connect();
  const [chairTab, memberTab, guestTab] = [
    await chair.connect(),
    await member.connect(),
    await guest.connect(),
  ];
  for (const tab of [screen, chairTab, memberTab, guestTab]) await tab.act(enterMeeting, params);
  for (const tab of [chairTab, memberTab, guestTab]) await tab.act(checkInOnline, params);

  const { id: pollId } = await chair.call(createPoll, { params, body: motionDraft() });
  const drafts = await member.call(listPolls, { params });
  expect(drafts.items).toEqual([]);
  const opening = screen.next(pollChanged);
  await chair.call(openPoll, {
    params: { meetingId, pollId },
    body: { revision: 0, seconds: null },
  });
  expect(await opening).toMatchObject({ id: pollId, state: 'open', voters: 2 });

  const progress = screen.next(pollProgress);
  const requestId = newId();
  const ballotFor = (choice: Choice) => ({
    meetingId,
    pollId,
    marks: { kind: 'motion' as const, choice },
  });
  const ballot = ballotFor('for');
  // Whatever else the same person has open hears of it, even before it follows the meeting.
  const recorded = (await member.connect()).next(ballotRecorded);
  const first = await memberTab.act(castBallot, ballot, requestId);
  expect(await recorded).toEqual({ meetingId, receipt: first.receipt });
  expect(await progress).toEqual({ meetingId, pollId, cast: 1, voters: 2, verdict: null });
  expect(await memberTab.act(castBallot, ballot, requestId)).toEqual(first);
  expect((await refusal(memberTab.act(castBallot, ballot))).code).toBe('already_voted');
  const changedMind = memberTab.act(castBallot, ballotFor('against'), requestId);
  expect((await refusal(changedMind)).code).toBe('request_id_reused');
  expect((await refusal(guestTab.act(castBallot, ballot))).code).toBe('not_on_voter_roll');
  expect((await refusal(screen.act(castBallot, ballot))).code).toBe('not_in_meeting');
  await chairTab.act(castBallot, ballotFor('against'));

  const closing = screen.next(pollChanged);
  await chair.call(closePoll, { params: { meetingId, pollId } });
  expect(await closing).toMatchObject({
    state: 'closed',
    verdict: { outcome: 'not_carried', decidedBy: 'tie_rule', tie: { chairChoice: 'against' } },
    ballots: [{ marks: { choice: 'against' } }, { marks: { choice: 'for' } }],
  });
});

it('[V71] a ballot whose line breaks before the acknowledgement goes again under the same id, and counts once', async () => {
  const { meetingId, params, chair, member } = await openMeeting();
  const [chairTab, broken] = [await chair.connect(), await member.connect()];
  for (const tab of [chairTab, broken]) await tab.act(checkInOnline, params);
  const { id: pollId } = await chair.call(createPoll, { params, body: motionDraft() });
  const place = { meetingId, pollId };
  await chair.call(openPoll, { params: place, body: { revision: 0, seconds: null } });
  const data = { ...place, marks: { kind: 'motion' as const, choice: 'for' as const } };
  const requestId = newId();
  const lost = broken.ended();
  const recorded = (await member.connect()).next(ballotRecorded);
  broken.socket.emit(castBallot.name, { requestId, data }, () => {});
  broken.socket.disconnect();
  await lost;
  const again = await (await member.connect()).act(castBallot, data, requestId);
  expect(await recorded).toEqual({ meetingId, receipt: again.receipt });
  expect(await (await member.connect()).act(castBallot, data, requestId)).toEqual(again);
  const { items } = await chair.call(listPolls, { params });
  expect(items).toMatchObject([{ id: pollId, cast: 1, voters: 2 }]);
});
