import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { type Clock, minutes } from '../platform/clock.ts';

/** A PIN has six digits: this many wrong ones a minute and door make guessing hopeless. */
const wrongPerMinute = 10;

interface Attempt {
  /** Milliseconds since 1970. */
  at: number;
}

/** Counts wrong codes for each door. */
export class AttemptLimit {
  readonly #clock: Clock;
  readonly #wrong = new Map<Id, Attempt[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Counts an attempt as wrong before anyone knows, so that many at once cannot slip through.
   * @returns takes it back, for a code that was right
   * @throws AppError `too_many_requests`
   */
  count(deviceId: Id): () => void {
    const recent = this.#recent(deviceId);
    if (recent.length >= wrongPerMinute) throw new AppError('too_many_requests');
    const attempt = { at: this.#now() };
    this.#wrong.set(deviceId, [...recent, attempt]);
    return () => {
      const others = this.#recent(deviceId).filter((one) => one !== attempt);
      this.#wrong.set(deviceId, others);
    };
  }

  #recent(deviceId: Id): Attempt[] {
    const since = this.#now() - minutes(1);
    return (this.#wrong.get(deviceId) ?? []).filter(({ at }) => at > since);
  }

  #now(): number {
    return Date.parse(this.#clock.now());
  }
}
