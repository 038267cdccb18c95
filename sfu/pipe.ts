import type { types } from 'mediasoup';

/** Milliseconds that a pipe goes on flowing when nobody watches: a page of tiles is turned back soon. */
const grace = 2000;
/** Milliseconds that it goes on standing when nobody has a consumer at its end. */
const patience = 30_000;

/**
 * One stream on its way from the stage where it is sent to another. The producer at its end bears the
 * name of the origin, pauses and ends with it. All layers go through; each consumer on the far stage
 * chooses among them as if it stood beside the sender. While all of them are paused, the pipe rests.
 */
export class Pipe {
  /** The stream on the far stage. */
  readonly producer: types.Producer;
  readonly #origin: types.Producer;
  readonly #consumer: types.Consumer;
  /** Who has a use for it, and whether they watch now. */
  readonly #users = new Map<string, boolean>();
  #rest: NodeJS.Timeout | undefined;
  #farewell: NodeJS.Timeout | undefined;
  #resting = false;

  constructor(origin: types.Producer, consumer: types.Consumer, producer: types.Producer) {
    this.#origin = origin;
    this.#consumer = consumer;
    this.producer = producer;
    producer.observer.once('close', () => this.#end());
    origin.observer.once('close', this.#close);
    origin.observer.on('pause', this.#follow);
    origin.observer.on('resume', this.#follow);
    if (origin.paused !== producer.paused) this.#follow();
    this.#settle();
    if (origin.closed) producer.close();
  }

  get closed(): boolean {
    return this.producer.closed;
  }

  onClose(listen: () => void): void {
    if (this.closed) listen();
    else this.producer.observer.once('close', listen);
  }

  /** Flows while anyone watches. */
  use(user: string, watching: boolean): void {
    this.#users.set(user, watching);
    this.#settle();
  }

  leave(user: string): void {
    this.#users.delete(user);
    this.#settle();
  }

  /** Someone is about to use it: it must not end meanwhile. */
  keep(): void {
    clearTimeout(this.#farewell);
    this.#farewell = undefined;
    this.#settle();
  }

  #settle(): void {
    if (this.closed) return;
    if ([...this.#users.values()].includes(true)) {
      this.#stopClocks();
      if (this.#resting) ignoreEnd(this.#consumer.resume());
      this.#resting = false;
      return;
    }
    if (!this.#resting) this.#rest ??= setTimeout(() => this.#goToRest(), grace).unref();
    if (this.#users.size === 0) {
      this.#farewell ??= setTimeout(this.#close, patience).unref();
    } else {
      clearTimeout(this.#farewell);
      this.#farewell = undefined;
    }
  }

  #goToRest(): void {
    this.#rest = undefined;
    this.#resting = true;
    ignoreEnd(this.#consumer.pause());
  }

  #stopClocks(): void {
    clearTimeout(this.#rest);
    clearTimeout(this.#farewell);
    this.#rest = undefined;
    this.#farewell = undefined;
  }

  /** Requests reach the worker in order, so the last state of the origin stands in the end. */
  readonly #follow = (): void => {
    ignoreEnd(this.#origin.paused ? this.producer.pause() : this.producer.resume());
  };

  readonly #close = (): void => this.producer.close();

  #end(): void {
    this.#stopClocks();
    this.#origin.observer.off('close', this.#close);
    this.#origin.observer.off('pause', this.#follow);
    this.#origin.observer.off('resume', this.#follow);
    this.#consumer.close();
  }
}

/** A request that fails here did so because the stream or its worker ended, which is told elsewhere. */
function ignoreEnd(request: Promise<void>): void {
  request.catch(() => undefined);
}
