import { type Page, expect } from '@playwright/test';

/** Counters by name: of tracks, of layers. What is missing has not flowed, or flows no more. */
type Counters = Record<string, number>;

interface Wanted {
  type: 'inbound-rtp' | 'outbound-rtp';
  kind: 'video' | 'audio';
  /** The field that tells one counter from another. */
  by: 'trackIdentifier' | 'rid' | 'mid';
  count: 'bytesReceived' | 'bytesSent' | 'packetsReceived' | 'packetsSent';
}

/** Reads the statistics of the connections that `watchConnections` saw; the server's probes of the line do not count. */
const countersOf = (page: Page, wanted: Wanted): Promise<Counters> =>
  page.evaluate(async ({ type, kind, by, count }) => {
    const open = (window.watchedConnections ?? []).filter(
      ({ connectionState }) => connectionState !== 'closed',
    );
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    const entries = reports
      .flatMap((report) => [...report.values()])
      .filter((entry) => entry.type === type && entry.kind === kind && entry.mid !== 'probator');
    return Object.fromEntries(
      entries.map((entry) => [String(entry[by] ?? ''), Number(entry[count] ?? 0)]),
    );
  }, wanted);

/** Bytes of each incoming picture, by the id of its track. */
export const picturesIn = (page: Page): Promise<Counters> =>
  countersOf(page, {
    type: 'inbound-rtp',
    kind: 'video',
    by: 'trackIdentifier',
    count: 'bytesReceived',
  });

/** Bytes of each outgoing layer of the camera, by its `rid`. */
export const layersOut = (page: Page): Promise<Counters> =>
  countersOf(page, { type: 'outbound-rtp', kind: 'video', by: 'rid', count: 'bytesSent' });

/** Packets of sound that went out. */
export const soundOut = (page: Page): Promise<Counters> =>
  countersOf(page, { type: 'outbound-rtp', kind: 'audio', by: 'mid', count: 'packetsSent' });

/** Packets of sound that came in, by the id of their track. */
export const soundIn = (page: Page): Promise<Counters> =>
  countersOf(page, {
    type: 'inbound-rtp',
    kind: 'audio',
    by: 'trackIdentifier',
    count: 'packetsReceived',
  });

/** What of the counters is named, or is not. */
export const only = (counters: Counters, names: string[]): Counters =>
  Object.fromEntries(Object.entries(counters).filter(([name]) => names.includes(name)));
export const except = (counters: Counters, names: string[]): Counters =>
  Object.fromEntries(Object.entries(counters).filter(([name]) => !names.includes(name)));

/** What has grown between two looks. */
function growth(before: Counters, after: Counters): Counters {
  const grown = Object.entries(after).map(
    ([name, one]) => [name, one - (before[name] ?? 0)] as const,
  );
  return Object.fromEntries(grown.filter(([, more]) => more > 0));
}

/** At least one of these goes on. */
export async function expectToFlow(what: string, read: () => Promise<Counters>): Promise<void> {
  const before = await read();
  await expect
    .poll(async () => growth(before, await read()), { message: `${what} flows` })
    .not.toEqual({});
}

/** These come to rest: nothing at all flows for three seconds. */
export async function expectToRest(what: string, read: () => Promise<Counters>): Promise<void> {
  const look = async () => {
    const before = await read();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    return growth(before, await read());
  };
  await expect.poll(look, { message: `${what} rests` }).toEqual({});
}
