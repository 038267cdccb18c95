/** Collects what happens for the same key, so that hundreds of events within a moment make few notices. */
export interface Gatherer<Key, Value> {
  /** Sends at once, or together with what else comes when something went out for the key just now. */
  add(key: Key, value: Value): void;
  /** Forgets what waits for the key: it is told in another way. */
  drop(key: Key): void;
}

interface GatherOptions<Key, Value> {
  /**
   * Shortest time from one sending to the next for the same key, in milliseconds; asked anew at each.
   * @param told how many went out before it without a quiet interval between
   */
  interval: number | ((key: Key, told: number) => number);
  /** Makes one of what waits and what came after it. */
  merge(waiting: Value, next: Value): Value;
  /** Must not throw. */
  send(key: Key, value: Value): void;
}

interface Pace<Value> {
  timer: NodeJS.Timeout;
  told: number;
  waiting: { value: Value } | null;
}

/** Milliseconds between notices of who comes and goes: in a small meeting, and at most. */
const pace = { shortest: 250, longest: 3000, perListener: 20 };

/**
 * Milliseconds between two notices of the same kind about who comes and goes. Each notice is a message to everyone, so that a
 * hall of hundreds that pours in would cost the square of its number. The longer it goes on the seldomer it is told,
 * up to a bound that grows with the hall: how many words each hears depends on how long the coming takes, and hardly on
 * how many come. After a quiet interval the next is told at once again.
 * @param audience how many connections a notice goes to
 * @param told how many notices went out before without a quiet interval between
 */
export function paceFor(audience: number, told: number): number {
  const bound = Math.min(pace.longest, Math.max(pace.shortest, audience * pace.perListener));
  return Math.min(bound, pace.shortest * 2 ** told);
}

/** One sending for each key and interval; the first goes out at once, and what comes last always gets out. */
export function gather<Key, Value>({
  interval,
  merge,
  send,
}: GatherOptions<Key, Value>): Gatherer<Key, Value> {
  const paces = new Map<Key, Pace<Value>>();
  const start = (key: Key, value: Value, told: number) => {
    // A process that ends does not wait for it.
    const pause = typeof interval === 'number' ? interval : interval(key, told);
    const timer = setTimeout(() => goOn(key), pause).unref();
    paces.set(key, { timer, told, waiting: null });
    send(key, value);
  };
  const goOn = (key: Key) => {
    const { waiting = null, told = 0 } = paces.get(key) ?? {};
    paces.delete(key);
    if (waiting !== null) start(key, waiting.value, told + 1);
  };
  return {
    add(key, value) {
      const standing = paces.get(key);
      if (standing === undefined) start(key, value, 0);
      else
        standing.waiting = {
          value: standing.waiting === null ? value : merge(standing.waiting.value, value),
        };
    },
    drop(key) {
      clearTimeout(paces.get(key)?.timer);
      paces.delete(key);
    },
  };
}
