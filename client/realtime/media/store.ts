/** A value that changes, in the shape that `useSyncExternalStore` takes. */
export interface Store<T> {
  getSnapshot(): T;
  subscribe(listener: () => void): () => void;
  set(next: T): void;
  /** Changes some fields; nobody is called when none of them differs. */
  patch(fields: Partial<T>): void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const store: Store<T> = {
    getSnapshot: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(next) {
      if (next === value) return;
      value = next;
      for (const listener of listeners) listener();
    },
    patch(fields) {
      const next = { ...value, ...fields };
      if (!isSame(value, next)) store.set(next);
    },
  };
  return store;
}

function isSame(one: object, other: object): boolean {
  const before = new Map(Object.entries(one));
  return Object.entries(other).every(([name, value]) => Object.is(before.get(name), value));
}
