import type { ImportOutcome } from '../../../../../models/contracts/face-desk.ts';
import { type Id, newId } from '../../../../../models/ids.ts';
import { Refusal } from '../../../../realtime/refusal.ts';
import { pause } from '../../camera/frames.ts';
import { type Portrait, findFile } from './list.ts';

export interface LineResult extends Portrait {
  outcome: ImportOutcome;
  fullName: string | null;
  samples: number | null;
}

interface Answer {
  outcome: ImportOutcome;
  fullName: string | null;
  samples: number | null;
}

export interface ImportSettings<F> {
  rows: readonly Portrait[];
  files: readonly F[];
  /** @throws Error for a picture that cannot be read */
  pack: (file: F) => Promise<Uint8Array<ArrayBuffer>>;
  /** @throws Refusal; the same id again is the same act */
  send: (row: Portrait, frame: Uint8Array<ArrayBuffer>, requestId: Id) => Promise<Answer>;
  onLine: (result: LineResult) => void;
  isStopped: () => boolean;
}

const attempts = 6;
const passing = new Set(['face_busy', 'offline', 'timeout', 'unavailable', 'too_many_requests']);

/** One line after the other, one picture a request; what a busy server or a bad line refuses is sent again. */
export async function runImport<F extends { name: string; webkitRelativePath?: string }>(
  settings: ImportSettings<F>,
): Promise<void> {
  for (const row of settings.rows) {
    if (settings.isStopped()) return;
    settings.onLine({ ...row, ...(await importLine(settings, row)) });
  }
}

async function importLine<F extends { name: string; webkitRelativePath?: string }>(
  { files, pack, send }: ImportSettings<F>,
  row: Portrait,
): Promise<Answer> {
  const nothing = { fullName: null, samples: null };
  const file = findFile(files, row.file);
  if (file === undefined) return { ...nothing, outcome: 'file_missing' };
  const frame = await pack(file).catch(() => null);
  if (frame === null) return { ...nothing, outcome: 'broken_picture' };
  const requestId = newId();
  for (let attempt = 1; ; attempt += 1)
    try {
      return await send(row, frame, requestId);
    } catch (error) {
      const mayPass = error instanceof Refusal && passing.has(error.code);
      if (!mayPass || attempt === attempts) return { ...nothing, outcome: 'failed' };
      await pause(500 * attempt);
    }
}

/** Lines that ended as they should. */
export const isGood = ({ outcome }: Pick<LineResult, 'outcome'>): boolean =>
  ['added', 'already_there', 'kept_own', 'enough'].includes(outcome);
