import type { types } from 'mediasoup';

/** Milliseconds that a pipe goes on flowing when nobody watches: a page of tiles is turned back soon. */
const grace = 2000;

/**
 * One stream on its way from the stage where it is sent to another. The producer at its end bears the
 * name of the origin, pauses and ends with it. All layers go through; each consumer on the far stage
 * chooses among them as if it stood beside the sender. While nobody there watches, the pipe rests.
 */
export class Pipe {
  /** The stream on the far stage. */
  readonly producer: types.Producer;
  readonly #origin: types.Producer;
  readonly #consumer: types.Consumer;
  readonly #holders = new Set<string>();
  #rest: NodeJS.Timeout | undefined;
  #resting = false;

  constructor(origin: types.Producer, consumer: types.Consumer, producer: types.Producer) {
    this.#origin = origin;
    this.#consumer = consumer;
    this.producer = producer;
    producer.observer.once('close', () => this.#end());
    origin.observer.once('close', () => producer.close());
    origin.observer.on('pause', () => this.#follow());
    origin.observer.on('resume', () => this.#follow());
    if (origin.paused !== producer.paused) this.#follow();
    this.#restSoon();
    if (origin.closed) producer.close();
  }

  get closed(): boolean {
    return this.producer.closed;
  }

  onClose(listen: () => void): void {
    if (this.closed) listen();
    else this.producer.observer.once('close', listen);
  }

  /** Flows while anyone holds it. */
  hold(holder: string): void {
    this.#holders.add(holder);
    clearTimeout(this.#rest);
    this.#rest = undefined;
    if (!this.#resting) return;
    this.#resting = false;
    settle(this.#consumer.resume());
  }

  release(holder: string): void {
    this.#holders.delete(holder);
    if (this.#holders.size === 0) this.#restSoon();
  }

  #restSoon(): void {
    if (this.#resting || this.closed) return;
    this.#rest ??= setTimeout(() => {
      this.#rest = undefined;
      this.#resting = true;
      settle(this.#consumer.pause());
    }, grace).unref();
  }

  /** Requests reach the worker in order, so the last state of the origin stands in the end. */
  #follow(): void {
    settle(this.#origin.paused ? this.producer.pause() : this.producer.resume());
  }

  #end(): void {
    clearTimeout(this.#rest);
    this.#consumer.close();
  }
}

/** A request that fails did so because the stream or its worker ended, which is told elsewhere. */
function settle(request: Promise<void>): void {
  request.catch(() => undefined);
}
