import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetworkFindings, WayReport } from '../../../../models/contracts/network.ts';
import { judgeLine } from './line-judgement.ts';

const good: WayReport = { reachable: true, rttMs: 20, loss: 0, upKbps: 2500, downKbps: 2500 };
const shut: WayReport = { reachable: false, rttMs: null, loss: null, upKbps: null, downKbps: null };
const found = (more: Partial<NetworkFindings> = {}): NetworkFindings => ({
  udp: good,
  tcp: good,
  relay: null,
  browser: 'test',
  ...more,
});
const advice = (report: Partial<WayReport>) =>
  judgeLine(found({ udp: { ...good, ...report } })).advice;
const amount = fc.option(fc.double({ min: 0, max: 5000, noNaN: true }));
const way = fc.record({
  reachable: fc.boolean(),
  rttMs: amount,
  loss: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  upKbps: amount,
  downKbps: amount,
});

describe('[line] what a test of the line means', () => {
  test('a good line needs nothing', () => {
    expect(judgeLine(found())).toEqual({ level: 'good', way: 'udp', advice: [] });
  });

  test('only TCP works: the network keeps UDP back', () => {
    expect(judgeLine(found({ udp: shut }))).toMatchObject({
      level: 'fair',
      way: 'tcp',
      advice: ['udpBlocked'],
    });
  });

  test('only the relay works', () => {
    const judged = judgeLine(found({ udp: shut, tcp: shut, relay: good }));
    expect(judged).toMatchObject({ level: 'fair', way: 'relay' });
    expect(judged.advice).toContain('relayOnly');
  });

  test('no way works', () => {
    const judged = judgeLine(found({ udp: shut, tcp: shut, relay: shut }));
    expect(judged).toEqual({ level: 'none', way: null, advice: ['unreachable'] });
  });

  test('a narrow line: first without camera, then saving data, then sound alone', () => {
    expect(advice({ upKbps: 120 })).toEqual(['noCamera']);
    expect(advice({ downKbps: 600 })).toEqual(['saver']);
    expect(advice({ downKbps: 90 })).toEqual(['audio']);
    expect(advice({ loss: 0.05, rttMs: 500 })).toEqual(['loss', 'delay']);
  });

  test('whatever is found, a line that is not good comes with advice, and a good one without', () => {
    fc.assert(
      fc.property(way, way, fc.option(way), (udp, tcp, relay) => {
        const judged = judgeLine(found({ udp, tcp, relay }));
        expect(judged.advice.length === 0).toBe(judged.level === 'good');
        expect(new Set(judged.advice).size).toBe(judged.advice.length);
      }),
    );
  });
});
