import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { prepareFaceModels } from './face-models.mjs';

afterEach(() => vi.unstubAllEnvs());

it(
  'goes on with the descriptor of face-api where the registry cannot be reached, and says so',
  { timeout: 300_000 },
  async () => {
    vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9');
    const cacheDir = await mkdtemp(path.join(tmpdir(), 'nghi-truong-models-'));
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const dir = await prepareFaceModels({ cacheDir, log });
    const manifest = JSON.parse(await readFile(path.join(dir, 'manifest.json'), 'utf8'));
    expect(manifest.missing).toContain('ECONNREFUSED');
    expect(manifest.models.map((model: { name: string }) => model.name)).toEqual([
      'tiny_face_detector',
      'face_landmark_68',
      'face_recognition',
      'ssd_mobilenetv1',
    ]);
    expect(await readdir(dir)).not.toContain('fr_feature.onnx');
    expect(lines.join('\n')).toContain('descriptor of face-api');

    const before = lines.length;
    expect(await prepareFaceModels({ cacheDir, log })).toBe(dir);
    expect(lines).toHaveLength(before);
    expect(await readdir(path.dirname(dir))).toEqual([path.basename(dir), 'current'].toSorted());
    await rm(cacheDir, { recursive: true });
  },
);
