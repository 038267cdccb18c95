import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { type Clock, minutes } from '../platform/clock.ts';

/** A PIN has six digits: this many wrong ones a minute and door make guessing hopeless. */
const wrongPerMinute = 10;

/** Counts wrong codes for each door. */
export class AttemptLimit {
  readonly #clock: Clock;
  readonly #wrong = new Map<Id, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws AppError `too_many_requests` */
  require(deviceId: Id): void {
    if (this.#recent(deviceId).length >= wrongPerMinute) throw new AppError('too_many_requests');
  }

  count(deviceId: Id): void {
    this.#wrong.set(deviceId, [...this.#recent(deviceId), this.#now()]);
  }

  #recent(deviceId: Id): number[] {
    const since = this.#now() - minutes(1);
    return (this.#wrong.get(deviceId) ?? []).filter((at) => at > since);
  }

  #now(): number {
    return Date.parse(this.#clock.now());
  }
}
