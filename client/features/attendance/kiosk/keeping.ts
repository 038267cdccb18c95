import { keptHours, mostKept } from '../../../../models/contracts/kiosk.ts';
import { type Attempt, seal, unseal } from './sealing.ts';

const database = 'nghi-truong-kiosk';
const keys = 'keys';
const attempts = 'attempts';
const theKey = 'attempts';
const longestMs = keptHours * 3_600_000;

/** What this browser keeps of attempts, sealed; it outlives the page and the power. */
export interface Keeping {
  /** The key is kept as the browser keeps it: usable by this page, readable by nobody. */
  setKey(key: CryptoKey): Promise<void>;
  /** @returns false when there is no key yet or no room: then the person has to go another way */
  keep(attempt: Attempt): Promise<boolean>;
  /** The one that waits longest; what cannot be opened any more is thrown away. */
  oldest(): Promise<{ attempt: Attempt; remove: () => Promise<void> } | null>;
  count(): Promise<number>;
  close(): void;
}

interface Kept {
  keptAt: number;
  sealed: Uint8Array<ArrayBuffer>;
}

/** @throws where the browser has no database for pages, as some have in private windows */
export async function openKeeping(): Promise<Keeping> {
  const opened = indexedDB.open(database, 1);
  opened.addEventListener('upgradeneeded', () => {
    opened.result.createObjectStore(keys);
    opened.result.createObjectStore(attempts, { autoIncrement: true });
  });
  const db = await settled(opened);
  const store = (name: string, mode: IDBTransactionMode) =>
    db.transaction(name, mode).objectStore(name);
  const keyOf = (): Promise<CryptoKey | undefined> => settled(store(keys, 'readonly').get(theKey));
  const remove = async (id: IDBValidKey) => {
    await settled(store(attempts, 'readwrite').delete(id));
  };
  const first = async (): Promise<{ id: IDBValidKey; kept: Kept } | null> => {
    const cursor = await settled(store(attempts, 'readonly').openCursor());
    return cursor && { id: cursor.primaryKey, kept: cursor.value };
  };
  const count = () => settled(store(attempts, 'readonly').count());

  return {
    async setKey(key) {
      await settled(store(keys, 'readwrite').put(key, theKey));
    },
    async keep(attempt) {
      const key = await keyOf();
      if (key === undefined || (await count()) >= mostKept) return false;
      const kept: Kept = { keptAt: Date.now(), sealed: await seal(key, attempt) };
      await settled(store(attempts, 'readwrite').add(kept));
      return true;
    },
    async oldest() {
      const key = await keyOf();
      if (key === undefined) return null;
      for (let found = await first(); found !== null; found = await first()) {
        const { id, kept } = found;
        const isFresh = Date.now() - kept.keptAt < longestMs;
        const attempt = isFresh ? await unseal(key, kept.sealed).catch(() => null) : null;
        if (attempt !== null) return { attempt, remove: () => remove(id) };
        await remove(id);
      }
      return null;
    },
    count,
    close: () => db.close(),
  };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
}
