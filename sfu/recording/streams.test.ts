import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { element, sizeOf, unsigned } from './ebml.ts';
import { InOrder } from './in-order.ts';
import { RtpClock } from './rtp-clock.ts';
import { readRtp } from './rtp-packet.ts';
import { Vp8Frames } from './vp8.ts';

/** An ordered packet of VP8. */
const ordered = (payload: number[], timestamp: number, marker: boolean, afterLoss = false) => ({
  packet: { sequence: 0, timestamp, marker, payload: Buffer.from(payload) },
  afterLoss,
});

const head = [0x80, 0xe5, 0, 7, 0, 0, 0, 9, 0, 0, 0, 1];

describe('EBML', () => {
  test('[R10] a size can be read back, and never looks like an unknown one', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), (size) => {
        const bytes = sizeOf(size);
        const length = Math.clz32(bytes[0] ?? 0) - 23;
        expect(bytes.length).toBe(length);
        const marker = 2 ** (7 * length);
        expect(bytes.readUIntBE(0, length) - marker).toBe(size);
        expect(size).not.toBe(marker - 1);
      }),
    );
  });

  test('[R11] an element is its id, its size and its content', () => {
    expect(element('4287', unsigned(4)).toString('hex')).toBe('42878104');
    expect(element('e7', unsigned(256)).toString('hex')).toBe('e7820100');
  });
});

describe('RTP', () => {
  test('[R12] whatever arrives is read or refused, never a defect', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const packet = readRtp(Buffer.from(bytes));
        if (packet !== null) expect(packet.payload.length).toBeLessThan(bytes.length);
      }),
    );
  });

  test('[R13] contributing sources, extension and padding are no payload', () => {
    const bytes = [0xb1, ...head.slice(1), 0, 0, 0, 5, 0xbe, 0xde, 0, 1, 1, 2, 3, 4, 42, 0, 2];
    expect(readRtp(Buffer.from(bytes))).toEqual({
      sequence: 7,
      timestamp: 9,
      marker: true,
      payload: Buffer.from([42]),
    });
  });
});

describe('order', () => {
  const start = 65_000;
  const at = (index: number) => ({ sequence: (start + index) & 0xffff, index });

  test('[R14] packets that overtook each other come out as they were sent, also where numbers go round', () => {
    const swaps = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 20, maxLength: 2000 });
    fc.assert(
      fc.property(swaps, (delays) => {
        const sent = delays.map((delay, index) => ({ due: index + delay, index }));
        const [first, ...rest] = [...sent.keys()];
        const shaken = rest.toSorted((a, b) => (sent[a]?.due ?? 0) - (sent[b]?.due ?? 0));
        const order = new InOrder<ReturnType<typeof at>>();
        const out = [first ?? 0, ...shaken].flatMap((index) => order.push(at(index), index));
        expect(out.map(({ packet }) => packet.index)).toEqual([...sent.keys()]);
        expect(out.filter(({ afterLoss }) => afterLoss)).toEqual([]);
      }),
    );
  });

  test('[R15] a packet that never comes is waited for, then told as a loss', () => {
    const order = new InOrder<ReturnType<typeof at>>();
    order.push(at(0), 0);
    expect(order.push(at(2), 20)).toEqual([]);
    expect(order.push(at(3), 100)).toEqual([]);
    const out = order.push(at(4), 400);
    expect(out.map(({ packet, afterLoss }) => [packet.index, afterLoss])).toEqual([
      [2, true],
      [3, false],
      [4, false],
    ]);
    expect(order.push(at(1), 410)).toEqual([]);
  });
});

describe('clock', () => {
  const perMs = 90;

  test('[R16] pictures keep the spacing of their sender, however the network shakes them', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 200 });
    fc.assert(
      fc.property(delays, fc.nat({ max: 2 ** 32 - 1 }), (jitter, begin) => {
        const clock = new RtpClock(perMs * 1000);
        let last = Number.NEGATIVE_INFINITY;
        for (const [index, delay] of jitter.entries()) {
          const sent = index * 40;
          const at = clock.at((begin + sent * perMs) >>> 0, sent + delay);
          expect(at).toBeGreaterThanOrEqual(sent - 0.001);
          if (index > 0) expect(at - last).toBeGreaterThanOrEqual(35.9);
          if (index > 0) expect(at - last).toBeLessThan(40.1);
          last = at;
        }
      }),
    );
  });

  test('[R17] when a sender leaps in its own time, arrival decides', () => {
    const clock = new RtpClock(perMs * 1000);
    clock.at(0, 100);
    expect(clock.at(4_000_000_000, 140)).toBe(140);
    expect(clock.at(4_000_003_600, 180)).toBeCloseTo(180);
  });
});

describe('VP8', () => {
  const key = [0x10, 2, 0, 0x9d, 1, 0x2a, 0x40, 1, 0xf0, 0];
  const inter = [0x11, 2, 0, 9, 9, 9, 9, 9, 9, 9, 9];
  test.each([
    ['plain', [0x10]],
    ['short picture id', [0x90, 0x80, 0x11]],
    ['long picture id, layer numbers', [0x90, 0xe0, 0x91, 0x22, 5, 0x20]],
  ])('[R18] a descriptor is taken off: %s', (_, descriptor) => {
    const frames = new Vp8Frames();
    const frame = frames.push(ordered([...descriptor, ...key], 7, true));
    expect(frame).toEqual({ timestamp: 7, data: Buffer.from(key), key: true });
  });

  test('[R19] a frame of several packets is one, and one that lost a packet is left out until a key frame', () => {
    const frames = new Vp8Frames();
    expect(frames.push(ordered([0x10, ...inter], 1, true))).toBeNull();
    expect(frames.push(ordered([0x10, ...key], 2, false))).toBeNull();
    expect(frames.push(ordered([0x00, 1, 2], 2, true))?.data).toEqual(Buffer.from([...key, 1, 2]));
    expect(frames.push(ordered([0x10, ...inter], 3, true))?.key).toBe(false);
    expect(frames.push(ordered([0x00, 1], 4, true, true))).toBeNull();
    expect(frames.push(ordered([0x10, ...inter], 5, true))).toBeNull();
    expect(frames.needsKey).toBe(true);
    expect(frames.push(ordered([0x10, ...key], 6, true))?.key).toBe(true);
    expect(frames.needsKey).toBe(false);
  });

  test('[R20] whatever a sender sends is taken or left out, never a defect', () => {
    const part = fc.record({
      payload: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 20 }),
      timestamp: fc.nat({ max: 3 }),
      marker: fc.boolean(),
      afterLoss: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const frames = new Vp8Frames();
        for (const { payload, timestamp, marker, afterLoss } of parts)
          frames.push(ordered(payload, timestamp, marker, afterLoss));
      }),
    );
  });
});
