import type { types } from 'mediasoup';
import type { MediaSource, ProducerInfo } from '../models/contracts/media.ts';
import { AppError } from '../models/errors.ts';

interface Start {
  peerId: string;
  source: MediaSource;
  paused: boolean;
  locked: boolean;
}

/**
 * A producer that two can pause: its sender, and the room by force. It flows only when neither does.
 */
export class PausableProducer {
  readonly producer: types.Producer;
  readonly peerId: string;
  readonly source: MediaSource;
  #paused: boolean;
  #locked: boolean;
  /** One change after another: a pause that overtakes a resume would leave a microphone open. */
  #changes: Promise<void> = Promise.resolve();

  constructor(producer: types.Producer, { peerId, source, paused, locked }: Start) {
    this.producer = producer;
    this.peerId = peerId;
    this.source = source;
    this.#paused = paused || locked;
    this.#locked = locked;
  }

  info(): ProducerInfo {
    const { id: producerId, kind } = this.producer;
    const { peerId, source } = this;
    return { producerId, peerId, kind, source, paused: this.#paused, locked: this.#locked };
  }

  /** The sender's wish. */
  async setPaused(paused: boolean): Promise<void> {
    if (!paused && this.#locked) throw new AppError('not_allowed', { locked: true });
    this.#paused = paused;
    await this.#apply();
  }

  /** By force. Unlocking does not resume: going live is always the sender's own deed. */
  async setLocked(locked: boolean): Promise<void> {
    this.#locked = locked;
    if (locked) this.#paused = true;
    await this.#apply();
  }

  #apply(): Promise<void> {
    const change = this.#changes.then(() => this.#settle());
    this.#changes = change.catch(() => undefined);
    return change;
  }

  async #settle(): Promise<void> {
    if (this.producer.closed || this.producer.paused === this.#paused) return;
    await (this.#paused ? this.producer.pause() : this.producer.resume());
  }
}
