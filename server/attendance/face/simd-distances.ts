/**
 * Squared L2 from one vector to many in SIMD instructions, which JavaScript has in WebAssembly only. The module is
 * small enough to be spelled out here instruction by instruction.
 */

/** Floats that one step of the loop takes. */
const STEP = 16;

type Code = readonly (number | Code)[];

/** How the format writes whole numbers; of constants, the sixth bit is a sign, so they end below 64. */
const leb = (value: number, end = 128): number[] =>
  value < end ? [value] : [(value & 127) | 128, ...leb(value >>> 7, end)];
const constant = (value: number) => [0x41, leb(value, 64)];
const flatten = (code: Code): number[] =>
  code.flatMap((part) => (typeof part === 'number' ? [part] : flatten(part)));
const sized = (code: Code): number[] => {
  const flat = flatten(code);
  return [...leb(flat.length), ...flat];
};
const section = (id: number, ...code: Code) => [id, ...sized(code)];
const text = (name: string) => sized([...Buffer.from(name)]);

const I32 = 0x7f;
const V128 = 0x7b;
const END = 0x0b;
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const add = 0x6a;
const advance = (local: number, bytes: number) => [get(local), constant(bytes), add, set(local)];
const block = (...code: Code) => [0x02, 0x40, code, END];
const loop = (...code: Code) => [0x03, 0x40, code, END];
const branchIf = (depth: number) => [0x0d, depth];
const simd = (opcode: number) => [0xfd, leb(opcode)];
const load = (offset: number) => [simd(0x00), 4, offset];
const zeros = [simd(0x0c), Array.from({ length: 16 }, () => 0)];
const lane = (i: number) => [simd(0x1f), i];
const [addLanes, subtractLanes, multiplyLanes] = [simd(0xe4), simd(0xe5), simd(0xe6)];
const addFloats = 0x92;
const storeFloat = [0x38, 2, 0];

/** Locals: addresses and counts that are passed, then the end of the query, a place in it, four sums, one difference. */
const [QUERY, ROWS, COUNT, BYTES, OUT, QUERY_END, AT, DIFFERENCE] = [0, 1, 2, 3, 4, 5, 6, 11];
const SUMS = [7, 8, 9, 10];

const addSquares = SUMS.map((sum, k) => [
  [get(AT), load(16 * k), get(ROWS), load(16 * k), subtractLanes],
  [tee(DIFFERENCE), get(DIFFERENCE), multiplyLanes, get(sum), addLanes, set(sum)],
]);
const addUp = [
  SUMS.map(get),
  [addLanes, addLanes, addLanes, set(DIFFERENCE)],
  [0, 1, 2, 3].map((i) => [get(DIFFERENCE), lane(i)]),
  [addFloats, addFloats, addFloats],
];
const eachRow = loop(
  SUMS.map((sum) => [zeros, set(sum)]),
  [get(QUERY), set(AT)],
  loop(addSquares, advance(AT, 4 * STEP), advance(ROWS, 4 * STEP), [
    get(AT),
    get(QUERY_END),
    0x49,
    branchIf(0),
  ]),
  [get(OUT), addUp, storeFloat],
  advance(OUT, 4),
  [get(COUNT), constant(1), 0x6b, tee(COUNT), branchIf(0)],
);
const body = [
  [2, 2, I32, 5, V128],
  [get(QUERY), get(BYTES), add, set(QUERY_END)],
  block(get(COUNT), 0x45, branchIf(0), eachRow),
  END,
];
const bytes = [
  [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  section(1, 1, 0x60, 5, [I32, I32, I32, I32, I32], 0),
  section(2, 1, text('env'), text('memory'), 2, 0, 1),
  section(3, 1, 0),
  section(7, 1, text('distances'), 0, 0),
  section(10, 1, sized(body)),
];

const PAGE = 65_536;
let compiled: WebAssembly.Module | null | undefined;

/** Null on a processor that cannot run it. */
function compile(): WebAssembly.Module | null {
  const code = Uint8Array.from(flatten(bytes));
  return WebAssembly.validate(code) ? new WebAssembly.Module(code) : null;
}

/** Vectors kept where the instructions can reach them. */
export interface PackedVectors {
  readonly vectors: Float32Array;
  /**
   * Squared distances to all vectors, in single precision: off by less than a hundred-thousandth part of each.
   * The array is used again by the next call.
   */
  squaredDistances(query: Float32Array): Float32Array;
}

/**
 * Room for so many vectors.
 * @param dimensions a multiple of STEP
 * @returns null where the processor cannot do it
 */
export function packVectors(count: number, dimensions: number): PackedVectors | null {
  compiled ??= compile();
  if (compiled === null || dimensions % STEP !== 0) return null;
  const row = 4 * dimensions;
  const size = row * (count + 1) + 4 * count;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
  const { distances } = new WebAssembly.Instance(compiled, { env: { memory } }).exports;
  if (typeof distances !== 'function') throw new Error('The module has another shape');
  const query = new Float32Array(memory.buffer, 0, dimensions);
  const out = new Float32Array(memory.buffer, row * (count + 1), count);
  return {
    vectors: new Float32Array(memory.buffer, row, count * dimensions),
    squaredDistances(vector) {
      query.set(vector);
      distances(0, row, count, row, out.byteOffset);
      return out;
    },
  };
}
