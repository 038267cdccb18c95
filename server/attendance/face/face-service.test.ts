import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { decide } from './decision.ts';
import { createFaceService, type FaceService } from './face-service.ts';
import { buildGallery, meanTemplate, verify } from './matcher.ts';
import { testModelsDir } from './testing/models.ts';
import { type FaceName, groupPhoto, type Look, portrait } from './testing/portraits.ts';
import { embedderId, type Purpose } from './types.ts';
import { distance } from './vectors.ts';

/** Machines that run these may be slow and busy; nothing here is about speed. */
const PATIENCE = 120_000;
vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE });
const LOOKS: Look[] = [{}, { width: 680, brightness: 0.8 }, { shift: 50, brightness: 1.15 }];

let modelsDir: string;
let service: FaceService;
beforeAll(async () => {
  modelsDir = await testModelsDir();
  service = await createFaceService({ modelsDir, threads: 2, queueLimit: 100 });
});
afterAll(() => service.close());

async function embed(name: FaceName, look?: Look): Promise<Float32Array> {
  const { embedding, hints: why } = await service.analyse(await portrait(name, look), 'check-in');
  if (!embedding) throw new Error(`${name} was refused: ${why.join()}`);
  return embedding;
}
const embedAll = (name: FaceName) => Promise.all(LOOKS.map((look) => embed(name, look)));

describe('recognition', () => {
  it('runs the best engine and embedder that set-up prepared', () => {
    expect(service.engine).toBe('onnxruntime-node');
    expect(service.embedder).toMatchObject({ name: 'fr_feature', dimensions: 512 });
    expect(service.thresholds.embedder).toBe(embedderId(service.embedder));
    expect(service.liveness).toBe(true);
  });

  it('accepts the same person on another photo, in other clothes and light, and nobody else', async () => {
    const template = {
      embedder: embedderId(service.embedder),
      vector: meanTemplate(await embedAll('ada1')),
    };
    const same = await embedAll('ada2');
    for (const vector of same) {
      expect(verify(vector, template, service.thresholds).same).toBe(true);
    }
    for (const other of ['beth', 'cleo', 'dora', 'emma'] as const) {
      expect(verify(await embed(other), template, service.thresholds).same).toBe(false);
    }
  });

  it('finds people among the enrolled over several frames, and knows no stranger', async () => {
    const embedder = embedderId(service.embedder);
    const enrolled = await Promise.all(
      (['ada1', 'cleo', 'dora'] as const).map(async (personId) => ({
        personId,
        template: { embedder, vector: meanTemplate(await embedAll(personId)) },
      })),
    );
    const gallery = buildGallery(embedder, enrolled);
    const seen = async (name: FaceName) =>
      decide(await embedAll(name), gallery, service.thresholds);
    expect(await seen('ada2')).toMatchObject({ outcome: 'recognised', personId: 'ada1' });
    expect(await seen('dora')).toMatchObject({ outcome: 'recognised', personId: 'dora' });
    expect(await seen('beth')).toEqual({ outcome: 'unknown' });
    expect(await seen('emma')).toEqual({ outcome: 'unknown' });
  });

  it('gives the same vector for the same frame, of length 1', async () => {
    const [a, b] = [await embed('beth'), await embed('beth')];
    expect(distance(a, b)).toBeLessThan(1e-5);
    expect(Math.hypot(...a)).toBeCloseTo(1, 4);
  });

  it('reads the orientation that a phone writes into its pictures', async () => {
    const upright = await portrait('beth');
    const turned = await sharp(upright).rotate(90).withMetadata({ orientation: 8 }).toBuffer();
    const { embedding } = await service.analyse(turned, 'check-in');
    expect(distance(embedding ?? new Float32Array(512), await embed('beth'))).toBeLessThan(0.3);
  });

  it('takes a grey picture', async () => {
    const grey = await sharp(await portrait('beth'))
      .greyscale()
      .toBuffer();
    expect((await service.analyse(grey, 'check-in')).embedding).not.toBeNull();
  });
});

async function hints(frame: Uint8Array, purpose: Purpose = 'enrol') {
  const { hints: found, embedding } = await service.analyse(frame, purpose);
  return { hints: found, embedded: embedding !== null };
}

describe('hints', () => {
  it('has none for a good frame', async () => {
    expect(await hints(await portrait('dora'))).toEqual({ hints: [], embedded: true });
  });

  it('sees that nobody is there', async () => {
    const wall = await sharp({
      create: { width: 640, height: 480, channels: 3, background: '#887766' },
    })
      .jpeg()
      .toBuffer();
    expect(await hints(wall)).toEqual({ hints: ['no_face'], embedded: false });
  });

  it('refuses to choose among several people', async () => {
    const analysis = await service.analyse(await groupPhoto(), 'check-in');
    expect(analysis.faces).toBeGreaterThanOrEqual(4);
    expect(analysis.hints).toContain('several_faces');
    expect(analysis.embedding).toBeNull();
  });

  it('asks to come closer', async () => {
    const far = await hints(await portrait('ada1', { width: 2000 }));
    expect(far.hints).toContain('too_small');
    expect(far.embedded).toBe(false);
  });

  it('refuses dark and blurred frames for enrolment, and only advises at the door', async () => {
    const dark = await portrait('dora', { brightness: 0.2 });
    const blurred = await portrait('dora', { blur: 8 });
    expect((await hints(dark)).hints).toContain('more_light');
    expect((await hints(dark)).embedded).toBe(false);
    expect(await hints(dark, 'check-in')).toMatchObject({ embedded: true });
    expect(await hints(blurred)).toEqual({ hints: ['hold_still'], embedded: false });
    expect(await hints(blurred, 'check-in')).toEqual({ hints: ['hold_still'], embedded: true });
  });

  it('gives the pose of each face of a challenge, and refuses to choose there too', async () => {
    const { pose, embedding } = await service.analyse(await portrait('ada2'), 'turn');
    expect(pose?.yaw).toBeLessThan(0);
    expect(embedding).not.toBeNull();
    const group = await service.analyse(await groupPhoto(), 'turn');
    expect(group.hints).toContain('several_faces');
    expect(group.pose).not.toBeNull();
  });

  it('always scores liveness between 0 and 1', async () => {
    for (const name of ['ada1', 'ada2', 'beth', 'cleo', 'dora', 'emma'] as const) {
      const { liveness } = await service.analyse(await portrait(name), 'check-in');
      expect(liveness).toBeGreaterThanOrEqual(0);
      expect(liveness).toBeLessThanOrEqual(1);
    }
  });
});

/** A PNG whose header claims to be far larger than its content. */
async function bomb(side: number): Promise<Uint8Array> {
  const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  png.writeUInt32BE(side, 16);
  png.writeUInt32BE(side, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

/** How an upload is refused. */
async function code(upload: Uint8Array): Promise<string> {
  return service.analyse(upload, 'check-in').then(
    () => 'accepted',
    (error: { code: string }) => error.code,
  );
}

describe('uploads that are no good', () => {
  it('are refused when they are no picture', async () => {
    expect(await code(new Uint8Array())).toBe('face_image_invalid');
    expect(await code(Buffer.from('not a picture'))).toBe('face_image_invalid');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"/>';
    expect(await code(Buffer.from(svg))).toBe('face_image_invalid');
  });

  it('are refused when they are cut off or tiny', async () => {
    const whole = await portrait('beth');
    expect(await code(whole.subarray(0, whole.length / 2))).toBe('face_image_invalid');
    const tiny = await sharp(whole).resize(16, 16).toBuffer();
    expect(await code(tiny)).toBe('face_image_invalid');
  });

  it('are refused when they are huge, and bombs are not unpacked', async () => {
    expect(await code(new Uint8Array(6_000_001))).toBe('face_image_too_large');
    expect(await code(await bomb(60_000))).toBe('face_image_too_large');
    expect(await code(await bomb(2_000))).toBe('face_image_invalid');
  });

  it('cost no thread', () => {
    expect(service.stats().crashes).toBe(0);
  });
});

describe('the threads', () => {
  it('answer busy at once when the queue is full', async () => {
    const small = await createFaceService({ modelsDir, threads: 1, queueLimit: 1 });
    const frame = await portrait('beth');
    const asked = Array.from({ length: 4 }, () => small.analyse(frame, 'check-in'));
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    await expect(asked[2]).rejects.toMatchObject({ code: 'face_busy' });
    expect(small.stats()).toMatchObject({ busyRejections: 2, done: 2, queued: 0 });
    expect(small.stats().ms_sum).toBeGreaterThan(0);
    expect(small.stats().ms_le_10).toBeLessThanOrEqual(small.stats().ms_le_5000 ?? 0);
    await small.close();
  });

  it('lose one frame when one of them dies, and go on with a new one', async () => {
    const started: Worker[] = [];
    const collect = (worker: Worker) => started.push(worker);
    process.on('worker', collect);
    const warn = vi.fn();
    const logger = { info: () => {}, warn };
    const pair = await createFaceService({ modelsDir, threads: 2, queueLimit: 10, logger });
    const frame = await portrait('beth');
    const asked = Array.from({ length: 4 }, () => pair.analyse(frame, 'check-in'));
    const settling = Promise.allSettled(asked);
    await started[0]?.terminate();
    const statuses = (await settling).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'rejected')).toHaveLength(1);
    await expect(asked[statuses.indexOf('rejected')]).rejects.toMatchObject({
      code: 'face_unavailable',
    });
    await vi.waitFor(() => expect(pair.stats().threads).toBe(2), { timeout: PATIENCE });
    expect(pair.stats().crashes).toBe(1);
    expect(warn).toHaveBeenCalledOnce();
    expect(started).toHaveLength(3);
    expect((await pair.analyse(frame, 'check-in')).faces).toBe(1);
    process.off('worker', collect);
    await pair.close();
  });

  it('close more than once, and refuse frames from then on', async () => {
    const brief = await createFaceService({ modelsDir, threads: 1 });
    const frame = await portrait('beth');
    const underWay = brief.analyse(frame, 'check-in');
    await Promise.all([
      expect(underWay).rejects.toMatchObject({ code: 'face_unavailable' }),
      brief.close(),
      brief.close(),
    ]);
    await expect(brief.analyse(frame, 'check-in')).rejects.toMatchObject({
      code: 'face_unavailable',
    });
  });
});

describe('without the default embedder', () => {
  it('falls back to the descriptor of face-api, which a person must confirm', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'nghi-truong-models-'));
    for (const file of (await readdir(modelsDir)).filter((name) => !name.startsWith('fr_'))) {
      await symlink(path.join(modelsDir, file), path.join(dir, file));
    }
    const fallback = await createFaceService({ modelsDir: dir, threads: 1 });
    expect(fallback.embedder).toMatchObject({ name: 'face-api', dimensions: 128 });
    expect(fallback.liveness).toBe(false);
    const { embedding } = await fallback.analyse(await portrait('beth'), 'check-in');
    if (!embedding) throw new Error('refused');
    const template = { embedder: embedderId(fallback.embedder), vector: embedding };
    const gallery = buildGallery(template.embedder, [{ personId: 'beth', template }]);
    const frames = [embedding, embedding];
    expect(decide(frames, gallery, fallback.thresholds).outcome).toBe('unsure');
    expect(() => decide(frames, gallery, service.thresholds)).toThrow('cannot');
    await fallback.close();
    await rm(dir, { recursive: true });
  });

  it('does not start without any models', async () => {
    const empty = createFaceService({ modelsDir: path.join(tmpdir(), 'no-such-folder') });
    await expect(empty).rejects.toMatchObject({ code: 'face_unavailable' });
  });
});
