/** Milliseconds between what a stream's own clock says and the arrival, beyond which the clock is set anew. */
const tolerance = 500;
/** How much of the time between two packets the clock may be put right by, so that pictures are not squeezed. */
const correction = 0.1;

/**
 * Turns a stream's timestamps into milliseconds of the recording. The stream's own clock spaces its packets, as
 * the network shakes them; their arrival places the whole and rules when the two part.
 */
export class RtpClock {
  readonly #unitsPerMs: number;
  #anchor: { timestamp: number; at: number } | undefined;

  /** @param rate units of the timestamps in a second */
  constructor(rate: number) {
    this.#unitsPerMs = rate / 1000;
  }

  /**
   * @param timestamp 32 bits, goes round
   * @param arrival milliseconds since the start of the recording
   */
  at(timestamp: number, arrival: number): number {
    const last = this.#anchor;
    const since = last === undefined ? 0 : ((timestamp - last.timestamp) | 0) / this.#unitsPerMs;
    const expected = last === undefined ? arrival : last.at + since;
    const early = expected - arrival;
    // Nothing arrives before it was sent: what comes early was placed too late.
    const put = Math.abs(early) > tolerance ? early : bounded(early, 0, since * correction);
    const at = expected - put;
    // Never behind an older one: a packet that was overtaken does not turn the clock back.
    if (last === undefined || since >= 0) this.#anchor = { timestamp, at };
    return at;
  }
}

const bounded = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, most));
