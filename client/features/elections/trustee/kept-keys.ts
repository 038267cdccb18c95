import type { Id } from '../../../../models/ids.ts';
import type { LockedKey } from './locked-key.ts';

// Locked shares of the keys of elections, in this browser. They stay after signing out: without the passphrase they open
// nothing, and losing one can cost a whole vote.

export interface KeptKey {
  locked: LockedKey;
  /** Whether its file was handed to the person. */
  isSaved: boolean;
  /** What all will find in the record, once this browser has sent it. */
  publicKey: string | null;
  /** The sum that this browser has decrypted; a second one would tell what lies between them. */
  decrypted: string | null;
}

const databaseName = 'nghi-truong.trustee';
const storeName = 'keys';

const keyOf = (uuid: string, personId: Id): string => `${uuid}/${personId}`;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(storeName);
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
}

/** Runs in one transaction and resolves when it is durable. */
async function within<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode, { durability: 'strict' });
      const request = act(transaction.objectStore(storeName));
      transaction.addEventListener('complete', () => resolve(request.result));
      transaction.addEventListener('abort', () =>
        reject(transaction.error ?? request.error ?? new Error('not kept')),
      );
    });
  } finally {
    database.close();
  }
}

/** @throws Error where the browser keeps nothing */
export const findKey = (uuid: string, personId: Id): Promise<KeptKey | undefined> =>
  within<KeptKey | undefined>('readonly', (store) => store.get(keyOf(uuid, personId)));

/**
 * Keeps a new share. Another tab may have made one at the same moment: the first one stays.
 * @returns whether it was kept
 * @throws Error where the browser keeps nothing
 */
export async function addKey(uuid: string, personId: Id, key: KeptKey): Promise<boolean> {
  try {
    await within('readwrite', (store) => store.add(key, keyOf(uuid, personId)));
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'ConstraintError') return false;
    throw error;
  }
}

/** @throws Error where the browser keeps nothing */
export async function changeKey(uuid: string, personId: Id, part: Partial<KeptKey>): Promise<void> {
  const kept = await findKey(uuid, personId);
  if (kept !== undefined)
    await within('readwrite', (store) => store.put({ ...kept, ...part }, keyOf(uuid, personId)));
}
