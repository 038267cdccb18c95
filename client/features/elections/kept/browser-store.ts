/** What this browser keeps of a person for an election; it outlives the page and the power, and all tabs share it. */
export interface BrowserStore<T> {
  /** @throws where the browser keeps nothing for pages */
  recall(): Promise<T | null>;
  /**
   * Changes it, in one go with reading it: of two tabs that begin at once, the second finds what the first has made.
   * @returns what is kept from now on, on the disk
   * @throws where the browser keeps nothing for pages, or has no room
   */
  change(step: Step<T>): Promise<T | null>;
  /** Hears of changes by other tabs, and by other parts of this page. @returns ends it */
  listen(onChange: () => void): () => void;
}

/** What becomes of what is kept; null for nothing. */
export type Step<T> = (kept: T | null) => T | null;

interface Place<T> {
  database: string;
  /** In the database: things of one kind. */
  table: string;
  key: string;
  /** Of what lies there, which another version may have left; what it throws, `recall` and `change` throw. */
  read: (value: unknown) => T | null;
}

export function browserStore<T>({ database, table, key, read }: Place<T>): BrowserStore<T> {
  const inTable = tableIn(database, table);
  return {
    recall: () => inTable('readonly', async (store) => read(await settled(store.get(key)))),
    async change(step) {
      const after = await inTable('readwrite', async (store) => {
        const next = step(read(await settled(store.get(key))));
        if (next === null) await settled(store.delete(key));
        else await settled(store.put(next, key));
        return next;
      });
      tell(database, key);
      return after;
    },
    listen(onChange) {
      const channel = new BroadcastChannel(database);
      channel.addEventListener('message', ({ data }) => {
        if (data === key) onChange();
      });
      return () => channel.close();
    },
  };
}

function tell(database: string, key: string): void {
  const channel = new BroadcastChannel(database);
  // Only windows have origins to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel.postMessage(key);
  channel.close();
}

const tableIn =
  (database: string, table: string) =>
  async <Out>(
    mode: IDBTransactionMode,
    use: (store: IDBObjectStore) => Promise<Out>,
  ): Promise<Out> => {
    const opened = indexedDB.open(database, 1);
    opened.addEventListener('upgradeneeded', () => void opened.result.createObjectStore(table));
    const db = await settled(opened);
    try {
      const transaction = db.transaction(table, mode, { durability: 'strict' });
      const whole = finished(transaction);
      const [answer] = await Promise.all([use(transaction.objectStore(table)), whole]);
      return answer;
    } finally {
      db.close();
    }
  };

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
