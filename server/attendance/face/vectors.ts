/** To length 1; a copy. */
export function normalise(vector: Float32Array): Float32Array {
  const length = Math.sqrt(squaredLength(vector)) || 1;
  return vector.map((value) => value / length);
}

export function squaredLength(vector: Float32Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return sum;
}

/** L2 between two vectors of one embedder, of equal length, a multiple of four. */
export function distance(a: Float32Array, b: Float32Array): number {
  checkSize(a, b.length);
  return Math.sqrt(squaredDistance(a, b, 0));
}

export function checkSize(vector: Float32Array, dimensions: number) {
  if (vector.length !== dimensions) throw new Error('Vectors of different embedders');
}

/** Against a vector packed into `b` from `offset`. Four sums at once, so that additions need not wait for each other. */
export function squaredDistance(a: Float32Array, b: Float32Array, offset: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < a.length; i += 4) {
    const d0 = a[i]! - b[offset + i]!;
    const d1 = a[i + 1]! - b[offset + i + 1]!;
    const d2 = a[i + 2]! - b[offset + i + 2]!;
    const d3 = a[i + 3]! - b[offset + i + 3]!;
    s0 += d0 * d0;
    s1 += d1 * d1;
    s2 += d2 * d2;
    s3 += d3 * d3;
  }
  return s0 + s1 + s2 + s3;
}
