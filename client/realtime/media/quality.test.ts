import { expect, test } from 'vitest';
import type { LineQuality } from '../../../models/contracts/media.ts';
import { type Sample, createSteady, judge, sampleOf } from './quality.ts';

const start: Sample = { received: 0, lost: 0, lostSending: 0, roundTrip: 20, limitation: 'none' };
const after = (change: Partial<Sample>) => judge(start, { ...start, received: 1000, ...change });

test('a quiet line is good, also when nothing arrives at all', () => {
  expect(after({})).toEqual({ level: 'good', reason: null });
  expect(judge(start, start)).toEqual({ level: 'good', reason: null });
});

test('loss counts in both directions, and only since the last look', () => {
  expect(after({ lost: 50 })).toEqual({ level: 'fair', reason: 'loss' });
  expect(after({ lost: 200 })).toEqual({ level: 'poor', reason: 'loss' });
  expect(after({ lostSending: 0.2 })).toEqual({ level: 'poor', reason: 'loss' });
  const past = { ...start, received: 1000, lost: 500 };
  expect(judge(past, { ...past, received: 2000 })).toEqual({ level: 'good', reason: null });
});

test('the worst finding is the reason', () => {
  expect(after({ roundTrip: 1000, limitation: 'cpu' })).toEqual({ level: 'poor', reason: null });
  expect(after({ roundTrip: 400, lost: 50 })).toEqual({ level: 'fair', reason: 'loss' });
  expect(after({ limitation: 'cpu' })).toEqual({ level: 'fair', reason: 'cpu' });
});

test('counters that began anew are no loss', () => {
  const past = { ...start, received: 9000, lost: 100 };
  expect(judge(past, { ...start, received: 10 })).toEqual({ level: 'good', reason: null });
});

test('statistics are read without the server’s test of the line and unused candidates', () => {
  const sample = sampleOf([
    { id: 'T', type: 'transport', selectedCandidatePairId: 'used' },
    { id: 'used', type: 'candidate-pair', currentRoundTripTime: 0.05 },
    { id: 'spare', type: 'candidate-pair', currentRoundTripTime: 9 },
    { id: 'a', type: 'inbound-rtp', mid: '0', packetsReceived: 90, packetsLost: 10 },
    { id: 'b', type: 'inbound-rtp', mid: 'probator', packetsReceived: 500, packetsLost: 500 },
    { id: 'c', type: 'remote-inbound-rtp', fractionLost: 0.25 },
    { id: 'd', type: 'outbound-rtp', qualityLimitationReason: 'bandwidth' },
    'not an entry',
  ]);
  expect(sample).toEqual({
    received: 90,
    lost: 10,
    lostSending: 0.25,
    roundTrip: 50,
    limitation: 'bandwidth',
  });
});

test('one bad moment is not told, a lasting change is told once', () => {
  const told: LineQuality[] = [];
  const steady = createSteady((quality) => told.push(quality));
  const good: LineQuality = { level: 'good', reason: null };
  const loss: LineQuality = { level: 'poor', reason: 'loss' };
  for (const found of [good, good, loss, good, good]) steady(found);
  expect(told).toEqual([good]);
  for (const found of [loss, loss, loss, loss]) steady(found);
  expect(told).toEqual([good, loss]);
  for (const found of [good, loss, good, good]) steady(found);
  expect(told).toEqual([good, loss, good]);
});
