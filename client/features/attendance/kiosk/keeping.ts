import {
  type LateMethod,
  type LostReason,
  keptHours,
  mostKept,
} from '../../../../models/contracts/kiosk.ts';
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
  /**
   * @returns false when there is no key yet or no room: then the person has to go another way, and only that they
   * were there is kept
   */
  keep(attempt: Attempt): Promise<boolean>;
  /** The one that waits longest; of what cannot be opened any more, that it was lost. */
  oldest(): Promise<Waiting | null>;
  /** Drops the pictures and codes that are too old, also while nothing can be sent. */
  shed(): Promise<void>;
  count(): Promise<number>;
  close(): void;
}

type Lost = { lost: LostReason; method: LateMethod };

interface Waiting {
  late: Omit<Attempt, 'sign'> & { sign: Attempt['sign'] | Lost };
  remove(): Promise<void>;
  /** Keeps no more than that there was someone. */
  lose(reason: LostReason): Promise<void>;
}

interface Kept {
  /** In the clear, for it says nothing of a person and has to be told when the rest cannot be read. */
  facts: Omit<Attempt, 'sign'> & { method: LateMethod };
  keptAt: number;
  content: Uint8Array<ArrayBuffer> | LostReason;
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
  const add = (kept: Kept) => settled(store(attempts, 'readwrite').add(kept));
  const remove = async (id: IDBValidKey) => {
    await settled(store(attempts, 'readwrite').delete(id));
  };
  const lose = async (id: IDBValidKey, kept: Kept, reason: LostReason) => {
    await settled(store(attempts, 'readwrite').put({ ...kept, content: reason }, id));
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
      const { sign, ...rest } = attempt;
      const facts = { ...rest, method: 'code' in sign ? ('code' as const) : ('face' as const) };
      const blank: Kept = { facts, keptAt: Date.now(), content: 'not_kept' };
      const key = await keyOf();
      if (key !== undefined && (await count()) < mostKept) {
        const content = await seal(key, attempt);
        // The disk may be full for a picture and yet not for a line.
        const isKept = await add({ ...blank, content }).then(
          () => true,
          () => false,
        );
        if (isKept) return true;
      }
      await add(blank);
      return false;
    },
    async oldest() {
      const key = await keyOf();
      const found = key && (await first());
      if (!found) return null;
      const { id, kept } = found;
      return {
        late: await lateOf(key, kept),
        remove: () => remove(id),
        lose: (reason) => lose(id, kept, reason),
      };
    },
    async shed() {
      for (const id of await settled(store(attempts, 'readonly').getAllKeys())) {
        const kept: Kept | undefined = await settled(store(attempts, 'readonly').get(id));
        // They stand in the order in which they came; one that was sent meanwhile is gone.
        if (kept === undefined) continue;
        if (!isOld(kept)) return;
        if (typeof kept.content !== 'string') await lose(id, kept, 'expired');
      }
    },
    count,
    close: () => db.close(),
  };
}

const isOld = ({ keptAt }: Kept) => Date.now() - keptAt >= longestMs;

async function lateOf(key: CryptoKey, kept: Kept): Promise<Waiting['late']> {
  const { method, ...facts } = kept.facts;
  const lost = (reason: LostReason) => ({ ...facts, sign: { lost: reason, method } });
  if (typeof kept.content === 'string') return lost(kept.content);
  if (isOld(kept)) return lost('expired');
  return unseal(key, kept.content).catch(() => lost('unreadable'));
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
}
