/** Collects what happens for the same key, so that hundreds of events within a moment make few notices. */
export interface Gatherer<Key, Value> {
  /** Sends at once, or together with what else comes when something went out for the key just now. */
  add(key: Key, value: Value): void;
  /** Forgets what waits for the key: it is told in another way. */
  drop(key: Key): void;
}

interface GatherOptions<Key, Value> {
  /** Shortest time between two sendings for the same key, in milliseconds; asked anew before each. */
  interval: number | ((key: Key) => number);
  /** Makes one of what waits and what came after it. */
  merge(waiting: Value, next: Value): Value;
  /** Must not throw. */
  send(key: Key, value: Value): void;
}

interface Pace<Value> {
  timer: NodeJS.Timeout;
  waiting: { value: Value } | null;
}

/**
 * Milliseconds between two notices of the same kind about who comes and goes. In a hall of hundreds each notice is hundreds
 * of messages, so they are fewer there: at most about 500 messages a second of each kind, however many come in together.
 * @param audience how many connections a notice goes to
 */
export const paceFor = (audience: number): number => Math.min(2000, Math.max(250, audience * 2));

/** One sending for each key and interval; the first goes out at once, and what comes last always gets out. */
export function gather<Key, Value>({
  interval,
  merge,
  send,
}: GatherOptions<Key, Value>): Gatherer<Key, Value> {
  const paces = new Map<Key, Pace<Value>>();
  const start = (key: Key, value: Value) => {
    // A process that ends does not wait for it.
    const pause = typeof interval === 'number' ? interval : interval(key);
    const timer = setTimeout(() => goOn(key), pause).unref();
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
