import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import ort from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { decodeModel, encodeModel, tensorFloats } from './onnx/codec.mjs';
import { GraphBuilder, KEEP } from './onnx/graph.mjs';
import { rewriteNetwork } from './rewrite-network.mjs';
import { readFromTgz } from './untar.mjs';
import { scaleOutputs, transpose } from './weights.mjs';

const values = (count: number, from: () => number) => Float32Array.from({ length: count }, from);
const CHANNELS = 4;

/** Two convolutions with an activation by channel between them, as fr_feature is made of. */
function network(slopes: Float32Array, random: () => number, grouped: boolean) {
  const g = new GraphBuilder('test');
  const x = g.input('input', [1, 3, 6, 6]);
  const first = { shape: [CHANNELS, 3, 3, 3], data: values(CHANNELS * 27, random) };
  const y = g.conv(x, { weights: first, pads: KEEP });
  const slope = g.constant({ shape: [CHANNELS, 1, 1], data: slopes });
  const inputs = grouped ? 1 : CHANNELS;
  const second = { shape: [CHANNELS, inputs, 1, 1], data: values(CHANNELS * inputs, random) };
  const group = grouped ? CHANNELS : 1;
  const z = g.conv(g.op('PRelu', [y, slope]), { weights: second, group });
  g.output(z, 'output', [1, CHANNELS, 6, 6]);
  return encodeModel(g.model());
}

/** Expand, activate, depthwise, activate, project: with some channels that nobody reads, and some without weights. */
function block(random: () => number, unread: boolean[], unfed: boolean[]) {
  const n = unread.length;
  const g = new GraphBuilder('block');
  const x = g.input('input', [1, 3, 6, 6]);
  const bias = (count: number) => ({ shape: [count], data: values(count, random) });
  const slope = () => g.constant({ shape: [n, 1, 1], data: values(n, random) });
  const expand = { shape: [n, 3, 1, 1], data: values(n * 3, random) };
  const kernels = values(n * 9, random).map((w, i) => (unfed[Math.floor(i / 9)] ? 0 : w));
  const project = values(CHANNELS * n, random).map((w, i) => (unread[i % n] ? 0 : w));
  let y = g.op('PRelu', [g.conv(x, { weights: expand, bias: bias(n) }), slope()]);
  const depthwise = { shape: [n, 1, 3, 3], data: kernels };
  y = g.conv(y, { weights: depthwise, bias: bias(n), pads: KEEP, group: n });
  const last = { shape: [CHANNELS, n, 1, 1], data: project };
  const z = g.conv(g.op('PRelu', [y, slope()]), { weights: last, bias: bias(CHANNELS) });
  g.output(z, 'output', [1, CHANNELS, 6, 6]);
  return encodeModel(g.model());
}

async function run(model: Buffer, input: Float32Array) {
  const session = await ort.InferenceSession.create(model, { logSeverityLevel: 3 });
  const { output } = await session.run({ input: new ort.Tensor('float32', input, [1, 3, 6, 6]) });
  await session.release();
  return Array.from(output?.data as Float32Array);
}

describe('a rewritten network', () => {
  it('computes the same as the original, for slopes below and above 1', async () => {
    const number = fc.float({ min: -2, max: 2, noNaN: true });
    const slope = fc.float({ min: -1, max: 3, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(slope, { minLength: CHANNELS, maxLength: CHANNELS }),
        fc.infiniteStream(number),
        fc.boolean(),
        async (slopes, stream, grouped) => {
          const random = () => stream.next().value;
          const original = network(Float32Array.from(slopes), random, grouped);
          const { file, rewritten } = rewriteNetwork(original);
          expect(rewritten).toBe(1);
          const input = values(3 * 36, random);
          const [a, b] = [await run(original, input), await run(file, input)];
          for (const [i, value] of a.entries()) expect(b[i]).toBeCloseTo(value, 3);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('loses the channels that add nothing but a constant, and computes the same', async () => {
    const number = fc.float({ min: -2, max: 2, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 20 }),
        fc.infiniteStream(number),
        async (channels, stream) => {
          // No weight is zero by chance, so that exactly the marked channels go.
          const random = () => {
            const value = stream.next().value;
            return Math.abs(value) < 0.01 ? 1 : value;
          };
          const [unread, unfed] = [channels.map(([a]) => a), channels.map(([, b]) => b)];
          const original = block(random, unread, unfed);
          const { file, removed } = rewriteNetwork(original);
          expect(removed).toBe(channels.filter(([a, b]) => a || b).length);
          const input = values(3 * 36, random);
          const [a, b] = [await run(original, input), await run(file, input)];
          for (const [i, value] of a.entries()) expect(b[i]).toBeCloseTo(value, 2);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has no denormal weights left', () => {
    const tiny = network(Float32Array.of(0.1, 0.2, 0.3, 0.4), () => 1e-40, false);
    const { file, dropped } = rewriteNetwork(tiny);
    expect(dropped).toBe(CHANNELS * 27 + CHANNELS * CHANNELS);
    for (const tensor of decodeModel(file).graph.initializer) {
      for (const value of tensorFloats(tensor)) {
        expect(value === 0 || Math.abs(value) >= 1e-12).toBe(true);
      }
    }
  });
});

describe('the ONNX format', () => {
  it('survives writing and reading', () => {
    const model = decodeModel(network(Float32Array.of(1, 2, 3, 4), Math.random, false));
    expect(decodeModel(encodeModel(model))).toEqual(model);
    expect(model.graph.node.map(({ opType }) => opType)).toEqual(['Conv', 'PRelu', 'Conv']);
  });

  it('carries negative and large whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger()), (ints) => {
        const g = new GraphBuilder('numbers');
        g.graph.node.push({
          opType: 'Test',
          input: [],
          output: ['x'],
          attribute: [{ name: 'ints', ints, type: 7 }],
        });
        const read = decodeModel(encodeModel(g.model()));
        expect(read.graph.node[0]?.attribute?.[0]?.ints).toEqual(ints);
      }),
    );
  });

  it('is refused when cut off', () => {
    const file = network(Float32Array.of(1, 2, 3, 4), Math.random, false);
    expect(() => decodeModel(file.subarray(0, file.length - 5))).toThrow();
  });
});

describe('weights', () => {
  it('are transposed as TensorFlow does', () => {
    const turned = transpose({ shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) }, [1, 0]);
    expect(turned).toEqual({ shape: [3, 2], data: Float32Array.of(1, 4, 2, 5, 3, 6) });
  });

  it('are scaled by output channel', () => {
    const weights = { shape: [2, 2, 1, 1], data: Float32Array.of(1, 2, 3, 4) };
    expect([...scaleOutputs(weights, [10, 100]).data]).toEqual([10, 20, 300, 400]);
  });
});

/** One entry of a tar file. */
function entry(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}

describe('the archive', () => {
  it('gives the files asked for and no other', () => {
    const long = 'x'.repeat(1000);
    const tar = Buffer.concat([
      entry('../evil', 'no'),
      entry('package/a', long),
      entry('package/b', 'b'),
      Buffer.alloc(1024),
    ]);
    const found = readFromTgz(gzipSync(tar), ['package/a', 'package/c']);
    expect([...found.keys()]).toEqual(['package/a']);
    expect(found.get('package/a')?.toString()).toBe(long);
  });
});
