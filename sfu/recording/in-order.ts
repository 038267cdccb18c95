/** Milliseconds that a packet which was overtaken is waited for: a second sending takes about one way there and back. */
const patience = 250;
/** A stream that leaps further has begun anew. */
const leap = 1000;

export interface Ordered<P> {
  packet: P;
  /** Something before it is missing for good. */
  afterLoss: boolean;
}

interface Held<P> {
  packet: P;
  since: number;
}

/** Puts the packets of a stream back into the order in which they were sent. */
export class InOrder<P extends { sequence: number }> {
  readonly #held = new Map<number, Held<P>>();
  #next: number | undefined;

  /**
   * @param now milliseconds on a clock that never goes back
   * @returns what is in order by now
   */
  push(packet: P, now: number): Ordered<P>[] {
    const { sequence } = packet;
    const ahead = this.#ahead(sequence);
    if (Math.abs(ahead) > leap) return this.#beginAt(packet);
    if (ahead < 0 || this.#held.has(sequence)) return [];
    this.#held.set(sequence, { packet, since: now });
    const ready = this.#take(false);
    const first = this.#earliest();
    if (first !== undefined && now - first.since > patience) {
      this.#next = first.packet.sequence;
      ready.push(...this.#take(true));
    }
    return ready;
  }

  /** Takes what follows without a gap. */
  #take(afterLoss: boolean): Ordered<P>[] {
    const ready: Ordered<P>[] = [];
    for (;;) {
      const next = this.#next ?? 0;
      const held = this.#held.get(next);
      if (held === undefined) return ready;
      this.#held.delete(next);
      this.#next = (next + 1) & 0xffff;
      ready.push({ packet: held.packet, afterLoss: afterLoss && ready.length === 0 });
    }
  }

  #beginAt(packet: P): Ordered<P>[] {
    this.#held.clear();
    this.#next = (packet.sequence + 1) & 0xffff;
    return [{ packet, afterLoss: true }];
  }

  #earliest(): Held<P> | undefined {
    let earliest: Held<P> | undefined;
    for (const held of this.#held.values())
      if (
        earliest === undefined ||
        this.#ahead(held.packet.sequence) < this.#ahead(earliest.packet.sequence)
      )
        earliest = held;
    return earliest;
  }

  /** How far a number lies after the one that is due, from −32768 to 32767. */
  #ahead(sequence: number): number {
    this.#next ??= sequence;
    return ((sequence - this.#next + 0x8000) & 0xffff) - 0x8000;
  }
}
