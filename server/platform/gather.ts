/** Collects what happens for the same key, so that hundreds of events within a moment make few notices. */
export interface Gatherer<Key, Value> {
  /** Sends at once, or together with what else comes when something went out for the key just now. */
  add(key: Key, value: Value): void;
  /** Forgets what waits for the key: it is told in another way. */
  drop(key: Key): void;
}

interface GatherOptions<Key, Value> {
  /** Shortest time between two sendings for the same key, in milliseconds. */
  interval: number;
  /** Makes one of what waits and what came after it. */
  merge(waiting: Value, next: Value): Value;
  /** Must not throw. */
  send(key: Key, value: Value): void;
}

interface Pace<Value> {
  timer: NodeJS.Timeout;
  waiting: { value: Value } | null;
}

/** One sending for each key and interval; the first goes out at once, and what comes last always gets out. */
export function gather<Key, Value>({
  interval,
  merge,
  send,
}: GatherOptions<Key, Value>): Gatherer<Key, Value> {
  const paces = new Map<Key, Pace<Value>>();
  const start = (key: Key, value: Value) => {
    // A process that ends does not wait for it.
    const timer = setTimeout(() => goOn(key), interval).unref();
    paces.set(key, { timer, waiting: null });
    send(key, value);
  };
  const goOn = (key: Key) => {
    const waiting = paces.get(key)?.waiting ?? null;
    paces.delete(key);
    if (waiting !== null) start(key, waiting.value);
  };
  return {
    add(key, value) {
      const pace = paces.get(key);
      if (pace === undefined) start(key, value);
      else
        pace.waiting = {
          value: pace.waiting === null ? value : merge(pace.waiting.value, value),
        };
    },
    drop(key) {
      clearTimeout(paces.get(key)?.timer);
      paces.delete(key);
    },
  };
}
