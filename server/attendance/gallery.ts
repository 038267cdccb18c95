import type { Id } from '../../models/ids.ts';
import type { Db } from '../platform/database.ts';
import type { Keys } from '../platform/keys.ts';
import { type Gallery, buildGallery, meanTemplate } from './face/matcher.ts';
import { type EmbedderInfo, embedderId } from './face/types.ts';
import { type TemplateRow, readTemplates } from './store.ts';

/** What binds a sealed template to its row, so that none can be moved to another person. */
const contextOf = (personId: Id, { name, version }: EmbedderInfo): string =>
  `face:${personId}:${name}:${version}`;

/** A template as it goes into the database. */
export const sealTemplate = (
  keys: Keys,
  personId: Id,
  embedder: EmbedderInfo,
  vector: Float32Array,
): Buffer =>
  keys.seal(
    new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
    contextOf(personId, embedder),
  );

/** Opened templates, in memory only, and dropped as soon as they change. */
export interface OpenedTemplates {
  /** The faces of these people, ready for search; people without one of this embedder are left out. */
  galleryOf(db: Db, personIds: readonly Id[]): Promise<Gallery>;
  forget(personId: Id): void;
}

/**
 * @param onOpened told how many people's templates were opened, for the audit trail
 */
export function openTemplates(
  keys: Keys,
  embedder: EmbedderInfo,
  onOpened: (people: number) => void,
): OpenedTemplates {
  /** The mean vector of each person; null for people who have none. */
  const means = new Map<Id, Float32Array | null>();
  const open = ({ personId, sealed }: TemplateRow) =>
    toVector(keys.open(sealed, contextOf(personId, embedder)));
  const isOurs = (row: TemplateRow) =>
    row.embedder === embedder.name &&
    row.embedderVersion === embedder.version &&
    row.keyId === keys.keyId;

  async function load(db: Db, personIds: readonly Id[]) {
    const vectors = new Map<Id, Float32Array[]>(personIds.map((id) => [id, []]));
    for (const row of (await readTemplates(db, personIds)).filter(isOurs))
      vectors.get(row.personId)?.push(open(row));
    for (const [id, own] of vectors) means.set(id, own.length === 0 ? null : meanTemplate(own));
    const found = [...vectors.values()].filter((own) => own.length > 0).length;
    if (found > 0) onOpened(found);
  }

  return {
    async galleryOf(db, personIds) {
      const missing = personIds.filter((id) => !means.has(id));
      if (missing.length > 0) await load(db, missing);
      const known = personIds.flatMap((personId) => {
        const vector = means.get(personId);
        return vector ? [{ personId, template: { embedder: embedderId(embedder), vector } }] : [];
      });
      return buildGallery(embedderId(embedder), known);
    },
    forget: (personId) => void means.delete(personId),
  };
}

/** Copied, because a Buffer from the pool need not be aligned to four bytes. */
const toVector = (bytes: Buffer): Float32Array => new Float32Array(new Uint8Array(bytes).buffer);
