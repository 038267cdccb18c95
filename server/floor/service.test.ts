import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FloorEntry, floorChanged } from '../../models/contracts/floor.ts';
import { type Id, newId } from '../../models/ids.ts';
import { deviceCaller, refusal } from '../testing/chamber.ts';
import { type VotingHall, openVotingHall } from '../testing/voting-hall.ts';

let hall: VotingHall;
beforeEach(async () => {
  hall = await openVotingHall(5);
});
afterEach(() => hall.close());

const idOf = (index: number): Id => hall.memberIds[index] ?? '';
const ask = (index: number, kind: FloorEntry['kind'] = 'speech', requestId?: Id) =>
  hall.floor.ask(hall.member(index, requestId), { meetingId: hall.meetingId, kind, topic: '' });
const give = (entryId: Id, seconds?: number | null) =>
  hall.floor.give(hall.chair(), { meetingId: hall.meetingId, to: { entryId }, seconds });
const givePerson = (personId: Id) =>
  hall.floor.give(hall.chair(), { meetingId: hall.meetingId, to: { personId } });
const on = (entryId: Id) => ({ meetingId: hall.meetingId, entryId });
const floor = () => hall.floor.floor(hall.secretary(), hall.meetingId);
const told = () =>
  hall.publisher.named(floorChanged.name).map((data) => floorChanged.data.parse(data));
const setMode = (mode: 'open' | 'chaired') =>
  hall.floor.setRules(hall.chair(), { meetingId: hall.meetingId, mode, defaultSeconds: 180 });
const rights = () => hall.floor.audioRights(hall.meetingId);
const close = () => hall.meetings.setMeetingState(hall.secretary(), hall.meetingId, 'closed');

async function takeOff(personId: Id) {
  const now = await hall.meetings.getMeeting(hall.secretary(), hall.meetingId);
  const participants = now.participants.filter((one) => one.personId !== personId);
  await hall.meetings.updateMeeting(hall.secretary(), now.id, { ...now, participants });
}

describe('asking and speaking', () => {
  it('[F20] begins open, with five minutes a speech, and nobody on the list', async () => {
    expect(await floor()).toEqual({
      meetingId: hall.meetingId,
      mode: 'open',
      defaultSeconds: 300,
      version: 0,
      entries: [],
    });
  });

  it('[F21] each change grows the version by one and tells what changed', async () => {
    const first = await ask(1);
    const second = await ask(2);
    await give(first.id);
    hall.clock.set('2026-03-02T01:01:00.000Z');
    await give(second.id, 60);
    expect(told().map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    expect(told().at(-1)?.changed).toMatchObject([
      { id: second.id, state: 'speaking', allottedSeconds: 60 },
      { id: first.id, state: 'done', spokenMs: 60_000, allottedSeconds: 300 },
    ]);
    expect((await floor()).version).toBe(4);
    const { items } = await hall.floor.speeches(hall.secretary(), hall.meetingId);
    expect(items.map(({ personId }) => personId)).toEqual([idOf(1), idOf(2)]);
  });

  it('[F22] one request of a person and kind at a time; a sent-again request gets the first answer', async () => {
    const requestId = newId();
    const first = await ask(1, 'speech', requestId);
    expect(await ask(1, 'speech', requestId)).toEqual(first);
    expect(told()).toHaveLength(1);
    expect((await refusal(ask(1))).code).toBe('floor_already_asked');
    await ask(1, 'question');
    expect((await floor()).entries).toHaveLength(2);
  });

  it('[F23] keeps the item that was on when it was asked', async () => {
    const { agenda } = await hall.meetings.getMeeting(hall.secretary(), hall.meetingId);
    const itemId = agenda[0]?.id ?? '';
    await hall.meetings.setCurrentAgendaItem(hall.secretary(), hall.meetingId, itemId);
    expect((await ask(1)).agendaItemId).toBe(itemId);
  });

  it('[F24] the chair gives the floor to someone who did not ask, and to whoever waits on their request', async () => {
    const entry = await givePerson(idOf(3));
    expect(entry).toMatchObject({ personId: idOf(3), kind: 'speech', state: 'speaking' });
    expect((await refusal(givePerson(idOf(3)))).code).toBe('floor_state');
    const asked = await ask(1, 'question');
    expect((await givePerson(idOf(1))).id).toBe(asked.id);
    expect((await refusal(givePerson(newId()))).code).toBe('not_found');
  });

  it('[F25] only the own request is taken back, and what is unknown or over is refused', async () => {
    const { id } = await ask(1);
    const other = hall.floor.withdraw(hall.member(2), on(id));
    expect((await refusal(other)).code).toBe('not_allowed');
    expect(await hall.floor.withdraw(hall.member(1), on(id))).toMatchObject({ state: 'withdrawn' });
    const again = hall.floor.withdraw(hall.member(1), on(id));
    expect((await refusal(again)).code).toBe('floor_state');
    expect((await refusal(give(id))).code).toBe('floor_state');
    expect((await refusal(give(newId()))).code).toBe('not_found');
  });

  it('[F26] the chair declines, moves, extends and ends, each with its trace', async () => {
    const [a, b, c] = [await ask(1), await ask(2), await ask(3)];
    await hall.floor.move(hall.chair(), { ...on(c.id), beforeId: a.id });
    await hall.floor.decline(hall.chair(), on(b.id));
    expect((await floor()).entries.map(({ id }) => id)).toEqual([c.id, a.id]);
    await give(c.id, 60);
    await hall.floor.extend(hall.chair(), { ...on(c.id), seconds: 30 });
    expect(await hall.floor.end(hall.chair(), on(c.id))).toMatchObject({
      state: 'done',
      allottedSeconds: 90,
    });
    const trace = await hall.audit.list({ limit: 50, meetingId: hall.meetingId });
    const acts = trace.items.map(({ action }) => action).filter((one) => one.startsWith('floor.'));
    expect(acts).toEqual([
      'floor.ended',
      'floor.extended',
      'floor.given',
      'floor.declined',
      'floor.moved',
      'floor.asked',
      'floor.asked',
      'floor.asked',
    ]);
    expect(trace.items.find(({ action }) => action === 'floor.given')).toMatchObject({
      subject: 'Đại biểu 4',
      details: { kind: 'speech' },
    });
  });
});

describe('the floor and its meeting', () => {
  it('[F27] is for open meetings; its rules can be set before', async () => {
    const { id: meetingId } = await hall.newMeeting();
    const early = hall.floor.ask(hall.member(1), { meetingId, kind: 'speech', topic: '' });
    expect((await refusal(early)).code).toBe('meeting_not_open');
    const rules = { meetingId, mode: 'chaired' as const, defaultSeconds: null };
    await hall.floor.setRules(hall.secretary(), rules);
    expect(await hall.floor.floor(hall.secretary(), meetingId)).toMatchObject(rules);
    await close();
    expect((await refusal(setMode('open'))).code).toBe('meeting_state');
    expect((await refusal(ask(1))).code).toBe('meeting_not_open');
  });

  it('[F28] closing ends speeches and clears the queue with the meeting, or not at all', async () => {
    const [speech, waiting] = [await ask(1), await ask(2)];
    await give(speech.id);
    await hall.checkIn([0, 1, 2, 3]);
    const pollId = await hall.openedPoll();
    expect((await refusal(close())).code).toBe('meeting_has_open_poll');
    expect((await floor()).entries).toHaveLength(2);
    await hall.voting.close(hall.secretary(), hall.meetingId, pollId);
    hall.clock.set('2026-03-02T01:02:00.000Z');
    await close();
    expect(told().at(-1)?.changed).toMatchObject([
      { id: speech.id, state: 'done', spokenMs: 120_000 },
      { id: waiting.id, state: 'withdrawn' },
    ]);
    expect((await floor()).entries).toEqual([]);
  });

  it('[F29] whoever is taken off the meeting waits no longer, and nobody else is touched', async () => {
    const [gone, stays] = [await ask(1), await ask(2)];
    await takeOff(idOf(1));
    expect(told().at(-1)?.changed).toMatchObject([{ id: gone.id, state: 'withdrawn' }]);
    expect((await floor()).entries.map(({ id }) => id)).toEqual([stays.id]);
  });

  it('[F30] is shown to the devices of its room alone', async () => {
    const elsewhere = hall.floor.floor(deviceCaller({ roomId: newId() }), hall.meetingId);
    expect((await refusal(elsewhere)).code).toBe('not_allowed');
    const here = await hall.floor.floor(deviceCaller(), hall.meetingId);
    expect(here.meetingId).toBe(hall.meetingId);
    const nowhere = hall.floor.speeches(hall.secretary(), newId());
    expect((await refusal(nowhere)).code).toBe('not_found');
  });
});

describe('who can be heard', () => {
  it('[F31] everyone while the floor is open; the chair and the speaker while it is chaired', async () => {
    expect(await rights()).toEqual({ everyone: true });
    await setMode('chaired');
    const chairOnly = { everyone: false, personIds: new Set([idOf(0)]), room: false };
    expect(await rights()).toEqual(chairOnly);
    const { id } = await ask(1);
    await give(id);
    expect(await rights()).toMatchObject({ personIds: new Set([idOf(0), idOf(1)]) });
    await hall.floor.end(hall.chair(), on(id));
    expect(await rights()).toEqual(chairOnly);
    await setMode('open');
    expect(await rights()).toEqual({ everyone: true });
  });

  it('[F32] the room is heard when the chair or the speaker is in it', async () => {
    await setMode('chaired');
    await hall.checkIn([1, 2]);
    expect(await rights()).toMatchObject({ room: false });
    const { id } = await ask(1);
    await give(id);
    expect(await rights()).toMatchObject({ room: true });
    await hall.floor.end(hall.chair(), on(id));
    expect(await rights()).toMatchObject({ room: false });
    await hall.checkIn([0]);
    expect(await rights()).toMatchObject({ room: true });
  });

  it('[F33] is told when it may have changed, and not for those whom it does not concern', async () => {
    let changes = 0;
    hall.floor.onRightsChanged(() => void (changes += 1));
    const after = async (act: Promise<unknown>) => {
      await act;
      const seen = changes;
      changes = 0;
      await rights();
      return seen > 0;
    };
    await rights();
    const { id } = await ask(1);
    expect(await after(ask(2))).toBe(false);
    expect(await after(hall.checkIn([0]))).toBe(false);
    expect(await after(setMode('chaired'))).toBe(true);
    expect(await after(give(id))).toBe(true);
    expect(await after(hall.checkIn([1]))).toBe(true);
    expect(await after(hall.checkIn([3]))).toBe(false);
    expect(await after(takeOff(idOf(1)))).toBe(true);
    expect(await rights()).toMatchObject({ personIds: new Set([idOf(0)]) });
  });

  it('[F34] answers from memory, and never with what was true before a change', async () => {
    const asked = rights();
    const change = setMode('chaired');
    await Promise.all([asked, change]);
    expect(await rights()).toMatchObject({ everyone: false });
  });
});
