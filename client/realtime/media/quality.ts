import { z } from 'zod';
import type { LineQuality } from '../../../models/contracts/media.ts';

/** What one look at the browser's statistics says; counters since the connection began. */
export interface Sample {
  received: number;
  lost: number;
  /** Share of what was sent that the server missed lately, 0 to 1. */
  lostSending: number;
  /** There and back, milliseconds; null when it is not known yet. */
  roundTrip: number | null;
  /** What keeps the own camera below its best. */
  limitation: 'none' | 'bandwidth' | 'cpu' | 'other';
}

const Entry = z.object({
  type: z.string(),
  mid: z.string().optional(),
  packetsReceived: z.number().optional(),
  packetsLost: z.number().optional(),
  fractionLost: z.number().optional(),
  /** Of `transport`: the pair of candidates in use. */
  selectedCandidatePairId: z.string().optional(),
  id: z.string(),
  currentRoundTripTime: z.number().optional(),
  qualityLimitationReason: z.enum(['none', 'bandwidth', 'cpu', 'other']).optional(),
});

/** Reads the entries of `RTCStatsReport`s of both directions. */
export function sampleOf(entries: readonly unknown[]): Sample {
  const stats = entries.flatMap((entry) => Entry.safeParse(entry).data ?? []);
  // The probator is the server's test of the line.
  const inbound = stats.filter(({ type, mid }) => type === 'inbound-rtp' && mid !== 'probator');
  const remote = stats.filter(({ type }) => type === 'remote-inbound-rtp');
  const used = new Set(stats.map(({ selectedCandidatePairId }) => selectedCandidatePairId));
  const trips = stats.flatMap(({ id, currentRoundTripTime: trip }) =>
    used.has(id) && trip !== undefined ? [trip * 1000] : [],
  );
  const limitations = stats.map(({ qualityLimitationReason }) => qualityLimitationReason);
  return {
    received: sum(inbound.map(({ packetsReceived }) => packetsReceived)),
    lost: sum(inbound.map(({ packetsLost }) => packetsLost)),
    lostSending: Math.max(0, ...remote.map(({ fractionLost }) => fractionLost ?? 0)),
    roundTrip: trips.length === 0 ? null : Math.max(...trips),
    limitation: limitations.find((reason) => reason === 'cpu' || reason === 'bandwidth') ?? 'none',
  };
}

/** Speech bears some loss with FEC; above a tenth words go missing. */
const lossFair = 0.03;
const lossPoor = 0.1;
/** ITU-T G.114: 150 ms one way pass unnoticed, above 400 ms people talk into each other. */
const roundTripFair = 300;
const roundTripPoor = 800;

/** Judges the time between two samples; the worst finding counts. */
export function judge(before: Sample, now: Sample): LineQuality {
  const lost = Math.max(0, now.lost - before.lost);
  const received = Math.max(0, now.received - before.received);
  const share = lost + received === 0 ? 0 : lost / (lost + received);
  const loss = Math.max(share, now.lostSending);
  const delay = now.roundTrip ?? 0;
  if (loss > lossPoor) return { level: 'poor', reason: 'loss' };
  if (delay > roundTripPoor) return { level: 'poor', reason: null };
  if (loss > lossFair) return { level: 'fair', reason: 'loss' };
  if (delay > roundTripFair) return { level: 'fair', reason: null };
  if (now.limitation === 'bandwidth' || now.limitation === 'cpu')
    return { level: 'fair', reason: now.limitation };
  return { level: 'good', reason: null };
}

const sum = (numbers: (number | undefined)[]): number =>
  numbers.reduce<number>((total, number) => total + (number ?? 0), 0);

/**
 * Believes the first finding at once, and another when it was found twice in a row: one bad moment shall not send a
 * word to a whole hall, and back.
 */
export function createSteady(tell: (quality: LineQuality) => void) {
  let told: LineQuality | undefined;
  let last: LineQuality | undefined;
  return (now: LineQuality): void => {
    const isBelieved = told === undefined || (last !== undefined && isSame(now, last));
    last = now;
    if (!isBelieved || (told !== undefined && isSame(now, told))) return;
    told = now;
    tell(now);
  };
}

const isSame = (one: LineQuality, other: LineQuality): boolean =>
  one.level === other.level && one.reason === other.reason;
