import type { SlipFile } from '../../models/contracts/opinions.ts';
import { mostFiles } from '../../models/contracts/opinions.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { type Caller, isStaff, personOf } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { SentFile } from '../platform/http-routes.ts';
import { type OpinionsDeps, admitReader, slipIn, subjectOf } from './deps.ts';
import { fileType, saysSecret } from './file-rules.ts';
import {
  type FileRow,
  deleteFile,
  findFile,
  insertFile,
  readFileIds,
  readFiles,
} from './files-store.ts';
import { keepFile, pathOf, removeFile, settledFiles, sha256Of } from './files.ts';
import { fileOf } from './views.ts';

interface NewFile {
  name: string;
  kind: FileRow['kind'];
  bytes: Uint8Array;
}

export interface FilesService {
  /**
   * Keeps a file of a slip: a paper while it is a draft, a scan while answers are taken.
   * @throws AppError `not_found`, `slip_state`, `slip_secret` when its name says so, `file_kind`, `too_large` when there
   *   are too many
   */
  addFile(caller: Caller, slipId: Id, file: NewFile): Promise<SlipFile>;
  /** @throws AppError `not_found`, `slip_state` */
  removeFile(caller: Caller, slipId: Id, fileId: Id): Promise<{ done: true }>;
  /** Papers for who may read the slip, scans for the staff. @throws AppError `not_found`, `slip_not_yours` */
  file(caller: Caller, slipId: Id, fileId: Id): Promise<SentFile>;
  /** Removes what lies there without a record: an end of the server came between the two. */
  forgetStrayFiles(): Promise<void>;
}

export function createFilesService(deps: OpinionsDeps): FilesService {
  const { database, audit, clock, config } = deps;
  return {
    async addFile(caller, slipId, { name, kind, bytes }) {
      const type = await acceptedType(deps, slipId, { name, kind, bytes });
      const id = newId();
      await keepFile(config.dataDir, id, bytes);
      const row: FileRow = {
        id,
        slipId,
        kind,
        name,
        type,
        size: bytes.byteLength,
        sha256: sha256Of(bytes),
        addedBy: personOf(caller).personId,
        addedAt: clock.now(),
      };
      const answer = await database
        .write(async (tx) => {
          const slip = await slipIn(tx, slipId);
          refuseState(slip.state, kind);
          await insertFile(tx, row);
          const details = { file: name };
          await audit.record(tx, caller, {
            action: 'slip.updated',
            subject: subjectOf(slip),
            details,
          });
          return fileOf(row);
        }, caller.once)
        .catch(async (error: unknown) => {
          await removeFile(config.dataDir, id);
          throw error;
        });
      // A repeated request got the first answer: its own copy of the bytes is for nobody.
      if (answer.id !== id) await removeFile(config.dataDir, id);
      return answer;
    },
    async removeFile(caller, slipId, fileId) {
      const done = await database.write(async (tx) => {
        const slip = await slipIn(tx, slipId);
        refuseState(slip.state, 'paper');
        const file = await fileIn(tx, slipId, fileId);
        await deleteFile(tx, fileId);
        const details = { file: file.name };
        await audit.record(tx, caller, {
          action: 'slip.updated',
          subject: subjectOf(slip),
          details,
        });
        return { done: true as const };
      }, caller.once);
      await removeFile(config.dataDir, fileId);
      return done;
    },
    async file(caller, slipId, fileId) {
      await admitReader(database.read, caller, await slipIn(database.read, slipId));
      const { kind, type, name } = await fileIn(database.read, slipId, fileId);
      if (kind === 'scan' && !isStaff(caller)) throw new AppError('slip_not_yours');
      return { path: pathOf(config.dataDir, fileId), type, name };
    },
    async forgetStrayFiles() {
      const settled = await settledFiles(config.dataDir);
      const known = await readFileIds(database.read);
      for (const name of settled) if (!known.has(name)) await removeFile(config.dataDir, name);
    },
  };
}

async function acceptedType(
  { database }: OpinionsDeps,
  slipId: Id,
  { name, kind, bytes }: NewFile,
): Promise<string> {
  const { state } = await slipIn(database.read, slipId);
  refuseState(state, kind);
  if (saysSecret(name)) throw new AppError('slip_secret');
  const type = fileType(name, bytes);
  if (type === null) throw new AppError('file_kind');
  const there = await readFiles(database.read, slipId, kind);
  if (kind === 'paper' && there.length >= mostFiles) throw new AppError('too_large');
  return type;
}

function refuseState(state: string, kind: FileRow['kind']): void {
  if (state !== (kind === 'paper' ? 'draft' : 'sent')) throw new AppError('slip_state');
}

/** @throws AppError `not_found` */
async function fileIn(db: Db, slipId: Id, fileId: Id): Promise<FileRow> {
  const file = await findFile(db, slipId, fileId);
  if (file === undefined) throw new AppError('not_found');
  return file;
}
