import { expect, it } from 'vitest';
import { Refusal } from '../../../../realtime/refusal.ts';
import type { Portrait } from './list.ts';
import { type ImportSettings, type LineResult, isGood, runImport } from './run.ts';

interface Picture {
  name: string;
  isBroken?: boolean;
}

const row = (line: number, file: string): Portrait => ({
  line,
  file,
  person: 'an',
  office: '',
  proof: 'HS 1',
  consentedAt: null,
});

async function run(settings: Partial<ImportSettings<Picture>>) {
  const results: LineResult[] = [];
  await runImport<Picture>({
    rows: [],
    files: [],
    pack: async ({ isBroken }) => {
      if (isBroken === true) throw new Error('broken');
      return new Uint8Array(1);
    },
    send: async () => ({ outcome: 'added', fullName: 'An', samples: 1 }),
    onLine: (result) => void results.push(result),
    isStopped: () => false,
    ...settings,
  });
  return results;
}

it('[IM5] each line has its own outcome, and a bad one stops none', async () => {
  const results = await run({
    rows: [row(2, 'a.jpg'), row(3, 'gone.jpg'), row(4, 'broken.jpg'), row(5, 'a.jpg')],
    files: [{ name: 'a.jpg' }, { name: 'broken.jpg', isBroken: true }],
  });
  expect(results.map(({ outcome }) => outcome)).toEqual([
    'added',
    'file_missing',
    'broken_picture',
    'added',
  ]);
  expect(results.filter(isGood).map(({ line }) => line)).toEqual([2, 5]);
});

it('[IM6] a busy server is asked again under the same id; another refusal is the outcome of its line', async () => {
  const ids: string[] = [];
  const results = await run({
    rows: [row(2, 'a.jpg')],
    files: [{ name: 'a.jpg' }],
    send: async (_row, _frame, id) => {
      ids.push(id);
      if (ids.length < 3) throw new Refusal('face_busy');
      return { outcome: 'already_there', fullName: 'An', samples: 1 };
    },
  });
  expect(results[0]?.outcome).toBe('already_there');
  expect([ids.length, new Set(ids).size]).toEqual([3, 1]);
  const refused = await run({
    rows: [row(2, 'a.jpg')],
    files: [{ name: 'a.jpg' }],
    send: () => Promise.reject(new Refusal('not_allowed')),
  });
  expect(refused[0]?.outcome).toBe('failed');
});

it('[IM7] stopping leaves the rest undone', async () => {
  let done = 0;
  const results = await run({
    rows: [row(2, 'a.jpg'), row(3, 'a.jpg'), row(4, 'a.jpg')],
    files: [{ name: 'a.jpg' }],
    isStopped: () => (done += 1) > 1,
  });
  expect(results).toHaveLength(1);
});
