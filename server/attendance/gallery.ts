import type { Id } from '../../models/ids.ts';
import type { Identity } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import type { Keys } from '../platform/keys.ts';
import { type Gallery, buildGallery, meanTemplate } from './face/matcher.ts';
import { type EmbedderInfo, embedderId } from './face/types.ts';
import { type TemplateRow, readTemplates } from './faces-store.ts';

/** What binds a sealed template to its row, so that none can be moved to another person. */
export const sealContext = (
  personId: Id,
  { name, version }: Pick<EmbedderInfo, 'name' | 'version'>,
): string => `face:${personId}:${name}:${version}`;

/** A template as it goes into the database. */
export const sealTemplate = (
  keys: Keys,
  personId: Id,
  embedder: EmbedderInfo,
  vector: Float32Array,
): Buffer =>
  keys.seal(
    new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
    sealContext(personId, embedder),
  );

/** Why templates are used, and at whose doing; for the audit trail. */
export interface Use {
  purpose: 'check_in' | 'enrolment';
  by?: Identity | undefined;
  meetingId?: Id | undefined;
}

/** Opened templates, in memory only, and dropped as soon as they change. */
export interface OpenedTemplates {
  /**
   * The faces of these people, ready for search; people without one of this embedder are left out. The same people
   * again, unchanged, are the same gallery.
   */
  galleryOf(db: Db, personIds: readonly Id[], use?: Use): Promise<Gallery>;
  /** Each template of one person that is of this embedder. */
  vectorsOf(db: Db, personId: Id, use?: Use): Promise<Float32Array[]>;
  forget(personId: Id): void;
}

/** So many meetings are remembered as traced, and so many galleries as built. */
const remembered = 50;
const forCheckIn: Use = { purpose: 'check_in' };

/**
 * @param onUsed told whose templates were opened, or used in a meeting for the first time, for the audit trail
 */
export function openTemplates(
  keys: Keys,
  embedder: EmbedderInfo,
  onUsed: (people: readonly Id[], use: Use) => void,
): OpenedTemplates {
  /** The mean vector of each person; null for people who have none. */
  const means = new Map<Id, Float32Array | null>();
  const built = new Map<string, { ids: readonly Id[]; gallery: Gallery }>();
  const tracedIn = new Map<Id, Set<Id>>();
  let changes = 0;

  const open = ({ personId, sealed, keyId }: TemplateRow) =>
    toVector(keys.open(sealed, sealContext(personId, embedder), keyId));
  const isOurs = (row: TemplateRow) =>
    row.embedder === embedder.name &&
    row.embedderVersion === embedder.version &&
    keys.canOpen(row.keyId);

  async function load(db: Db, personIds: readonly Id[]): Promise<Id[]> {
    const before = changes;
    const rows = await readTemplates(db, personIds);
    // Something was deleted during the reading: what has gone must not stay in memory.
    if (before !== changes) return load(db, personIds);
    const vectors = new Map<Id, Float32Array[]>(personIds.map((id) => [id, []]));
    for (const row of rows.filter(isOurs)) vectors.get(row.personId)?.push(open(row));
    for (const [id, own] of vectors) means.set(id, own.length === 0 ? null : meanTemplate(own));
    return [...vectors].filter(([, own]) => own.length > 0).map(([id]) => id);
  }

  /** Whose use in this meeting has left no trace yet. */
  function untraced(meetingId: Id, personIds: readonly Id[]): Id[] {
    const traced = tracedIn.get(meetingId) ?? new Set<Id>();
    rememberIn(tracedIn, meetingId, traced);
    const fresh = personIds.filter((id) => !traced.has(id) && means.get(id));
    for (const id of fresh) traced.add(id);
    return fresh;
  }

  return {
    async galleryOf(db, personIds, use = forCheckIn) {
      const key = `${use.meetingId ?? use.purpose}:${personIds.length}`;
      const ready = built.get(key);
      if (ready !== undefined && isSameList(ready.ids, personIds)) return ready.gallery;
      const missing = personIds.filter((id) => !means.has(id));
      const opened = missing.length > 0 ? await load(db, missing) : [];
      const used = use.meetingId === undefined ? opened : untraced(use.meetingId, personIds);
      if (used.length > 0) onUsed(used, use);
      const known = personIds.flatMap((personId) => {
        const vector = means.get(personId);
        return vector ? [{ personId, template: { embedder: embedderId(embedder), vector } }] : [];
      });
      const gallery = buildGallery(embedderId(embedder), known);
      rememberIn(built, key, { ids: [...personIds], gallery });
      return gallery;
    },
    async vectorsOf(db, personId, use = forCheckIn) {
      const vectors = (await readTemplates(db, [personId])).filter(isOurs).map(open);
      if (vectors.length > 0) onUsed([personId], use);
      return vectors;
    },
    forget(personId) {
      changes += 1;
      means.delete(personId);
      built.clear();
    },
  };
}

function rememberIn<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > remembered && oldest !== undefined) map.delete(oldest);
}

const isSameList = (one: readonly Id[], other: readonly Id[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at]);

/** Copied, because a Buffer from the pool need not be aligned to four bytes. */
const toVector = (bytes: Buffer): Float32Array => new Float32Array(new Uint8Array(bytes).buffer);
