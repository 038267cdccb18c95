import { expect, test } from 'vitest';
import { type LineSample, lineSampleOf, wayReportOf } from './figures.ts';

const sampleAt = (at: number, change: Partial<LineSample> = {}): LineSample => ({
  at,
  roundTrips: [],
  sentBytes: 0,
  sentPackets: 0,
  missed: 0,
  receivedBytes: 0,
  receivedPackets: 0,
  lost: 0,
  ...change,
});

test('statistics of both directions are read, spare candidates left out', () => {
  const path = [
    { id: 'T', type: 'transport', selectedCandidatePairId: 'used' },
    { id: 'used', type: 'candidate-pair', currentRoundTripTime: 0.04, bytesSent: 5 },
    { id: 'spare', type: 'candidate-pair', currentRoundTripTime: 9 },
  ];
  const sent = { id: 'o', type: 'outbound-rtp', bytesSent: 1000, packetsSent: 10 };
  const remote = { id: 'r', type: 'remote-inbound-rtp', packetsLost: 2 };
  const inbound = { id: 'i', type: 'inbound-rtp', bytesReceived: 700, packetsReceived: 7 };
  expect(lineSampleOf([...path, sent, remote, 'none'], [...path, inbound], 9)).toEqual(
    sampleAt(9, {
      roundTrips: [40, 40],
      sentBytes: 1000,
      sentPackets: 10,
      missed: 2,
      receivedBytes: 700,
      receivedPackets: 7,
    }),
  );
});

test('the best second of each direction counts, as the encoder begins low', () => {
  const samples = [0, 500, 1000, 1500, 2000].map((at) =>
    sampleAt(at, { sentBytes: at <= 1000 ? 0 : (at - 1000) * 250, receivedBytes: at * 125 }),
  );
  expect(wayReportOf(samples)).toMatchObject({ upKbps: 2000, downKbps: 1000 });
});

test('a round trip that is slow once does not count, and what is lost there cannot come back', () => {
  const samples = [20, 21, 900].map((trip, at) =>
    sampleAt(at, {
      roundTrips: [trip],
      sentPackets: 100,
      missed: 10,
      receivedPackets: 81,
      lost: 9,
    }),
  );
  const report = wayReportOf(samples);
  expect(report.rttMs).toBe(21);
  expect(report.loss).toBeCloseTo(0.19);
});

test('nothing is made up where nothing was measured', () => {
  expect(wayReportOf([])).toEqual({
    reachable: true,
    rttMs: null,
    loss: null,
    upKbps: null,
    downKbps: null,
  });
});
