import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Change, hold, keepUp, readAgain } from './kept.ts';

interface Count {
  version: number;
}

const queryKey = ['/api/count', { meetingId: 'm' }];

let client: QueryClient;
let stop: () => void;
/** The readings under way, the oldest first; each is answered by hand. */
let readings: ((version: number) => void)[];
let begun: number;

const kept = () => client.getQueryData<Count>(queryKey)?.version;
const state = () => client.getQueryState(queryKey);
/** Lets what waits for answers and for the next moment run. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

async function answer(version: number) {
  readings.shift()?.(version);
  await settle();
}

/** A notice says to which version it leads, as that of the floor does; one that skips a version was preceded by a lost one. */
const to =
  (version: number): Change<Count> =>
  (now) => {
    if (version <= now.version) return now;
    return version === now.version + 1 ? { version } : 'missed';
  };
const hear = (version: number) => keepUp(client, queryKey, { version }, to(version));

const observer = () =>
  new QueryObserver<Count>(client, {
    queryKey,
    queryFn: () => {
      begun += 1;
      return new Promise((resolve) => readings.push((version) => resolve({ version })));
    },
    staleTime: 60_000,
    retry: false,
  });

beforeEach(() => {
  client = new QueryClient();
  readings = [];
  begun = 0;
});
afterEach(() => {
  stop();
  client.clear();
});

async function read(version: number) {
  stop = observer().subscribe(() => undefined);
  await answer(version);
}

it('[follow] a notice changes what is kept, which stays as old as it was', async () => {
  await read(1);
  const readAt = state()?.dataUpdatedAt;
  await new Promise((resolve) => setTimeout(resolve, 5));
  hear(2);
  expect(kept()).toBe(2);
  expect(state()?.dataUpdatedAt).toBe(readAt);
  expect(begun).toBe(1);
});

it('[follow] a notice during the first reading is in the answer, though that is older', async () => {
  stop = observer().subscribe(() => undefined);
  hear(2);
  expect(kept()).toBeUndefined();
  await answer(1);
  expect(kept()).toBe(2);
  expect(begun).toBe(1);
});

it('[follow] a notice during a later reading shows at once and outlives the older answer', async () => {
  await read(1);
  readAgain(client, queryKey);
  await settle();
  hear(2);
  hear(3);
  expect(kept()).toBe(3);
  await answer(1);
  expect(kept()).toBe(3);
  hear(4);
  expect(kept()).toBe(4);
  expect(begun).toBe(2);
});

it('[follow] a notice that the answer knows already changes nothing', async () => {
  stop = observer().subscribe(() => undefined);
  hear(2);
  await answer(5);
  expect(kept()).toBe(5);
  expect(begun).toBe(1);
});

it('[follow] a lost notice makes the answer be read again', async () => {
  await read(1);
  hear(3);
  await settle();
  expect(begun).toBe(2);
  await answer(3);
  expect(kept()).toBe(3);
});

it('[follow] what was lost before the answer under way is read only when that does not tell', async () => {
  stop = observer().subscribe(() => undefined);
  hear(3);
  await answer(2);
  expect(kept()).toBe(3);
  expect(begun).toBe(1);
  readAgain(client, queryKey);
  await settle();
  hear(5);
  await answer(3);
  expect(begun).toBe(3);
  await answer(5);
  expect(kept()).toBe(5);
});

it('[follow] a notice that several components hear is taken over once', async () => {
  await read(1);
  const notice = { version: 2 };
  let asked = 0;
  const change: Change<Count> = (now) => {
    asked += 1;
    return to(2)(now);
  };
  for (let time = 0; time < 8; time += 1) keepUp(client, queryKey, notice, change);
  expect(asked).toBe(1);
});

it('[follow] however many ask at once, or for some later moment, the answer is read once', async () => {
  await read(1);
  for (let time = 0; time < 8; time += 1) readAgain(client, queryKey);
  await settle();
  expect(begun).toBe(2);
  await answer(1);
  for (let time = 0; time < 8; time += 1) readAgain(client, queryKey, 5);
  expect(begun).toBe(2);
  await expect.poll(() => begun).toBe(3);
  await answer(1);
  expect(begun).toBe(3);
});

it('[follow] to read again during the first reading begins another one after it', async () => {
  stop = observer().subscribe(() => undefined);
  readAgain(client, queryKey);
  await settle();
  expect(begun).toBe(1);
  await answer(1);
  expect(kept()).toBe(1);
  expect(begun).toBe(2);
  await answer(2);
  expect(kept()).toBe(2);
});

it('[follow] what was read before anybody followed is shown, and read again', async () => {
  client.setQueryData(queryKey, { version: 1 });
  const letGo = hold(client, queryKey);
  // Also when notices arrive before it is read.
  hear(2);
  expect(kept()).toBe(2);
  stop = observer().subscribe(() => undefined);
  expect(begun).toBe(1);
  await answer(2);
  letGo();
});

it('[follow] what somebody keeps up to date is not read again for another who shows it', async () => {
  const letGo = [hold(client, queryKey)];
  await read(1);
  letGo.push(hold(client, queryKey));
  const other = observer().subscribe(() => undefined);
  expect(begun).toBe(1);
  other();
  for (const end of letGo) end();
  hold(client, queryKey);
  const later = observer().subscribe(() => undefined);
  expect(begun).toBe(2);
  later();
});
