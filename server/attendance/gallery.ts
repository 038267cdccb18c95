import type { Id } from '../../models/ids.ts';
import type { Db } from '../platform/database.ts';
import type { Keys } from '../platform/keys.ts';
import { type TemplateRow, readTemplates } from './store.ts';

/** Which embedder made a vector; vectors of different ones are never compared. */
export interface EmbedderName {
  name: string;
  version: string;
}

/** The opened templates of one person. */
export interface EnrolledFace {
  personId: Id;
  vectors: Float32Array[];
}

/** What binds a sealed template to its row, so that none can be moved to another person. */
const contextOf = (personId: Id, { name, version }: EmbedderName): string =>
  `face:${personId}:${name}:${version}`;

export const sealTemplate = (
  keys: Keys,
  personId: Id,
  embedder: EmbedderName,
  vector: Float32Array,
) =>
  keys.seal(
    new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
    contextOf(personId, embedder),
  );

/** Opened templates are kept in memory only, and dropped as soon as they change. */
export interface Gallery {
  /** The faces of these people that this embedder made; people without one are left out. */
  of(db: Db, personIds: readonly Id[]): Promise<EnrolledFace[]>;
  forget(personId: Id): void;
}

export function createGallery(
  keys: Keys,
  embedder: EmbedderName,
  onOpened: (people: number) => void,
): Gallery {
  const opened = new Map<Id, EnrolledFace>();
  return {
    async of(db, personIds) {
      const missing = personIds.filter((id) => !opened.has(id));
      const fresh = missing.length === 0 ? [] : open(await readTemplates(db, missing));
      for (const id of missing) opened.set(id, { personId: id, vectors: [] });
      for (const { personId, vector } of fresh) opened.get(personId)?.vectors.push(vector);
      if (fresh.length > 0) onOpened(new Set(fresh.map(({ personId }) => personId)).size);
      return personIds
        .flatMap((id) => opened.get(id) ?? [])
        .filter((face) => face.vectors.length > 0);
    },
    forget: (personId) => void opened.delete(personId),
  };

  function open(rows: TemplateRow[]) {
    return rows
      .filter((row) => row.embedder === embedder.name && row.embedderVersion === embedder.version)
      .filter((row) => row.keyId === keys.keyId)
      .map(({ personId, sealed }) => ({
        personId,
        vector: toVector(keys.open(sealed, contextOf(personId, embedder))),
      }));
  }
}

/** Copied, because a Buffer from the pool need not be aligned to four bytes. */
const toVector = (bytes: Buffer): Float32Array => new Float32Array(new Uint8Array(bytes).buffer);
