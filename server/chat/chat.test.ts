import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ChatMessage, chatMessage, listChat, sendChat } from '../../models/contracts/chat.ts';
import { enterMeeting, setMeetingState } from '../../models/contracts/meetings.ts';
import { newId } from '../../models/ids.ts';
import { refusal } from '../testing/chamber.ts';
import { type MeetingHouse, openMeetingHouse } from '../testing/meeting-house.ts';
import type { TestClient, TestSocket } from '../testing/test-client.ts';

let house: MeetingHouse;
let meetingId: string;
beforeEach(async () => {
  house = await openMeetingHouse();
  ({ meetingId } = house);
  await house.open();
});
afterEach(() => house.close());

interface Tab {
  client: TestClient;
  socket: TestSocket;
  heard: ChatMessage[];
}

async function enter(client: TestClient): Promise<Tab> {
  const socket = await client.connect();
  const heard: ChatMessage[] = [];
  socket.socket.on(chatMessage.name, (data: unknown) => heard.push(chatMessage.data.parse(data)));
  await socket.act(enterMeeting, { meetingId });
  return { client, socket, heard };
}

const codeOf = async (attempt: Promise<unknown>) => (await refusal(attempt)).code;

/** An answer on the same line comes after every notice that was sent before it. */
const settle = (tabs: readonly Tab[]) =>
  Promise.all(tabs.map(({ socket }) => socket.act(enterMeeting, { meetingId })));

async function hall() {
  const chair = await enter(await house.signedIn('chutoa'));
  const member = await enter(await house.signedIn('uyvien'));
  const guest = await enter(await house.signedIn('khachmoi'));
  const secretary = await enter(house.administrator);
  return { chair, member, guest, secretary };
}

it('[C1] what is written to all reaches all, with the name of who wrote it', async () => {
  const tabs = await hall();
  const { chair, member, guest, secretary } = tabs;
  await member.socket.act(sendChat, { meetingId, audience: 'all', text: '  Kính gửi chủ tọa  ' });
  await settle(Object.values(tabs));
  for (const { heard } of [chair, member, guest, secretary])
    expect(heard).toMatchObject([{ text: 'Kính gửi chủ tọa', fromName: 'Trần Văn Ủy Viên' }]);
});

it('[C2] what is written to the secretariat is read by the staff and the writer alone, and the answer by both', async () => {
  const tabs = await hall();
  const { chair, member, guest, secretary } = tabs;
  await guest.socket.act(sendChat, { meetingId, audience: 'secretariat', text: 'Mất tiếng' });
  const answer = { audience: 'secretariat' as const, toId: house.guest.id, text: 'Đang xử lý' };
  await secretary.socket.act(sendChat, { meetingId, ...answer });
  await settle(Object.values(tabs));
  const params = { params: { meetingId } };
  for (const { client, heard } of [secretary, guest]) {
    expect(heard.map(({ text }) => text)).toEqual(['Mất tiếng', 'Đang xử lý']);
    const { items } = await client.call(listChat, params);
    expect(items.map(({ text }) => text)).toEqual(['Đang xử lý', 'Mất tiếng']);
  }
  for (const { client, heard } of [chair, member]) {
    expect(heard).toEqual([]);
    expect((await client.call(listChat, params)).items).toEqual([]);
  }
});

it('[C3] only the staff write to one person, who must be in the meeting', async () => {
  const { member, secretary } = await hall();
  const wish = { meetingId, audience: 'secretariat' as const, text: 'Riêng' };
  const toChair = { ...wish, toId: house.chair.id };
  expect(await codeOf(member.socket.act(sendChat, toChair))).toBe('not_allowed');
  const toAll = { ...toChair, audience: 'all' as const };
  expect(await codeOf(secretary.socket.act(sendChat, toAll))).toBe('not_allowed');
  const toStranger = { ...wish, toId: newId() };
  expect(await codeOf(secretary.socket.act(sendChat, toStranger))).toBe('not_in_meeting');
});

it('[C4] a message whose answer got lost is sent again and stands there once', async () => {
  const { member } = await hall();
  const requestId = newId();
  const wish = { meetingId, audience: 'all' as const, text: 'Một lần' };
  const first = await member.socket.act(sendChat, wish, requestId);
  expect(await member.socket.act(sendChat, wish, requestId)).toEqual(first);
  const { items } = await member.client.call(listChat, { params: { meetingId } });
  expect(items).toEqual([first]);
});

it('[C5] is kept with the meeting and read in pages, and nothing is added after its end', async () => {
  const { member, secretary } = await hall();
  for (const text of ['một', 'hai', 'ba'])
    await member.socket.act(sendChat, { meetingId, audience: 'all', text });
  await secretary.client.call(setMeetingState, {
    params: { meetingId },
    body: { state: 'closed' },
  });
  const late = member.socket.act(sendChat, { meetingId, audience: 'all', text: 'muộn' });
  expect(await codeOf(late)).toBe('meeting_not_open');
  const page = async (before?: string) =>
    member.client.call(listChat, {
      params: { meetingId },
      query: { limit: 2, ...(before === undefined ? {} : { before }) },
    });
  const newest = await page();
  expect(newest.items.map(({ text }) => text)).toEqual(['ba', 'hai']);
  const older = await page(newest.next ?? '');
  expect(older).toMatchObject({ items: [{ text: 'một' }], next: null });
});

it('[C6] before the meeting one may ask the secretariat, but not write to all', async () => {
  const planned = await house.newMeeting();
  const member = await (await house.signedIn('uyvien')).connect();
  const wish = { meetingId: planned, text: 'Xin giấy mời' };
  await member.act(sendChat, { ...wish, audience: 'secretariat' });
  const toAll = member.act(sendChat, { ...wish, audience: 'all' });
  expect(await codeOf(toAll)).toBe('meeting_not_open');
});

const write = ({ socket }: Tab) => socket.act(sendChat, { meetingId, audience: 'all', text: 'a' });

it('[C7] whoever floods is slowed; nobody else is', async () => {
  const { member, guest } = await hall();
  for (let time = 0; time < 10; time += 1) await write(member);
  expect(await codeOf(write(member))).toBe('too_many_requests');
  await write(guest);
});
