import { z } from 'zod';
import type { WayReport } from '../../../../models/contracts/network.ts';

/** What the statistics of both transports say at one moment; counters since the beginning. */
export interface LineSample {
  /** Milliseconds of this machine. */
  at: number;
  /** There and back, milliseconds, of each transport that knows it. */
  roundTrips: number[];
  sentBytes: number;
  sentPackets: number;
  /** Of those sent, as the server counts. */
  missed: number;
  receivedBytes: number;
  receivedPackets: number;
  lost: number;
}

const Entry = z.object({
  id: z.string(),
  type: z.string(),
  selectedCandidatePairId: z.string().optional(),
  currentRoundTripTime: z.number().optional(),
  bytesSent: z.number().optional(),
  packetsSent: z.number().optional(),
  bytesReceived: z.number().optional(),
  packetsReceived: z.number().optional(),
  packetsLost: z.number().optional(),
});
type Entry = z.infer<typeof Entry>;

/** Reads the entries of the `RTCStatsReport`s of the sending and of the receiving transport. */
export function lineSampleOf(
  sending: readonly unknown[],
  receiving: readonly unknown[],
  at: number,
): LineSample {
  const [out, back] = [read(sending), read(receiving)];
  const sent = out.filter(({ type }) => type === 'outbound-rtp');
  const remote = out.filter(({ type }) => type === 'remote-inbound-rtp');
  const inbound = back.filter(({ type }) => type === 'inbound-rtp');
  return {
    at,
    roundTrips: [...roundTripsOf(out), ...roundTripsOf(back)],
    sentBytes: sum(sent, 'bytesSent'),
    sentPackets: sum(sent, 'packetsSent'),
    missed: sum(remote, 'packetsLost'),
    receivedBytes: sum(inbound, 'bytesReceived'),
    receivedPackets: sum(inbound, 'packetsReceived'),
    lost: sum(inbound, 'packetsLost'),
  };
}

/** What samples of a way that works, in order, say about it. */
export function wayReportOf(samples: readonly LineSample[]): WayReport {
  const trips = samples.flatMap(({ roundTrips }) => roundTrips).toSorted((a, b) => a - b);
  const last = samples.at(-1);
  return {
    reachable: true,
    rttMs: trips[Math.floor(trips.length / 2)] ?? null,
    loss: last ? lossOf(last) : null,
    upKbps: mostOf(samples, ({ sentBytes }) => sentBytes),
    downKbps: mostOf(samples, ({ receivedBytes }) => receivedBytes),
  };
}

/** What is lost on the way there does not come back: both shares multiply. */
function lossOf({ sentPackets, missed, receivedPackets, lost }: LineSample): number | null {
  if (sentPackets === 0 || receivedPackets + lost <= 0) return null;
  const there = share(missed / sentPackets);
  const back = share(lost / (receivedPackets + lost));
  return 1 - (1 - there) * (1 - back);
}

/** The encoder begins low, so the best second counts. */
const window = 1000;

function mostOf(
  samples: readonly LineSample[],
  bytes: (sample: LineSample) => number,
): number | null {
  let most: number | null = null;
  for (const [place, sample] of samples.entries()) {
    const before = samples.slice(0, place).findLast(({ at }) => sample.at - at >= window);
    if (!before) continue;
    // Bits in a millisecond are kilobits in a second.
    const rate = ((bytes(sample) - bytes(before)) * 8) / (sample.at - before.at);
    most = Math.max(most ?? 0, rate);
  }
  return most;
}

function roundTripsOf(entries: readonly Entry[]): number[] {
  const used = new Set(entries.map(({ selectedCandidatePairId }) => selectedCandidatePairId));
  return entries.flatMap(({ id, currentRoundTripTime: trip }) =>
    used.has(id) && trip !== undefined ? [trip * 1000] : [],
  );
}

const read = (entries: readonly unknown[]): Entry[] =>
  entries.flatMap((entry) => Entry.safeParse(entry).data ?? []);

const share = (value: number): number => Math.min(1, Math.max(0, value));

const sum = (
  entries: readonly Entry[],
  field: 'bytesSent' | 'packetsSent' | 'bytesReceived' | 'packetsReceived' | 'packetsLost',
): number => entries.reduce((total, entry) => total + (entry[field] ?? 0), 0);
