import type { Id } from '../../../../models/ids.ts';
import { KeptVoter, type Step } from './kept-voter.ts';

const database = 'nghi-truong-voter';
const voters = 'voters';

/** Whose credential and ballot, in which poll. */
export interface VoterKey {
  personId: Id;
  pollId: Id;
}

/** What this browser keeps of a voter; it outlives the page and the power, and all tabs share it. */
export interface VoterStore {
  /** @throws where the browser keeps nothing for pages */
  recall(): Promise<KeptVoter | null>;
  /**
   * Changes it, in one go with reading it: of two tabs that begin at once, the second finds what the first has made.
   * @returns what is kept from now on, on the disk
   * @throws where the browser keeps nothing for pages, or has no room
   */
  change(step: Step): Promise<KeptVoter | null>;
}

export function voterStore({ personId, pollId }: VoterKey): VoterStore {
  const key = `${personId}.${pollId}`;
  return {
    recall: () => inStore('readonly', async (store) => read(await settled(store.get(key)))),
    change: (step) =>
      inStore('readwrite', async (store) => {
        const next = step(read(await settled(store.get(key))));
        if (next === null) await settled(store.delete(key));
        else await settled(store.put(next, key));
        return next;
      }),
  };
}

/** What another version left there, and cannot be read, is nothing. */
const read = (value: unknown): KeptVoter | null => KeptVoter.safeParse(value).data ?? null;

async function inStore<T>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opened = indexedDB.open(database, 1);
  opened.addEventListener('upgradeneeded', () => void opened.result.createObjectStore(voters));
  const db = await settled(opened);
  try {
    const transaction = db.transaction(voters, mode, { durability: 'strict' });
    const whole = finished(transaction);
    const [answer] = await Promise.all([use(transaction.objectStore(voters)), whole]);
    return answer;
  } finally {
    db.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
}

const finished = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('nothing was kept'));
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', fail);
    transaction.addEventListener('error', fail);
  });
