import { parseScalabilityMode } from 'mediasoup';
import type { types } from 'mediasoup';

/** Milliseconds before a layer counts as unwanted: a page of tiles that is turned wants it back at once. */
const grace = 2000;

interface Watched {
  top: number;
  /** Last told; a sender begins with all layers. */
  told: number | null;
  /** Layer wanted by each consumer that is not paused. */
  wishes: Map<string, number>;
  timer: NodeJS.Timeout | undefined;
}

/** Finds out which upstream layers nobody receives, so that their sender can stop encoding them. */
export class WantedLayers {
  readonly #watched = new Map<string, Watched>();
  readonly #tell: (producerId: string, spatialLayer: number | null) => void;

  constructor(tell: (producerId: string, spatialLayer: number | null) => void) {
    this.#tell = tell;
  }

  /** Watches a video producer until it closes. */
  watch(producer: types.Producer): void {
    const top = topLayer(producer.rtpParameters);
    const watched: Watched = { top, told: top, wishes: new Map(), timer: undefined };
    this.#watched.set(producer.id, watched);
    producer.observer.once('close', () => this.#forget(producer.id));
    this.#settle(producer.id, watched);
  }

  /** To be called when a consumer was made, paused, resumed, closed, or changed its layers. */
  update(consumer: types.Consumer): void {
    const watched = this.#watched.get(consumer.producerId);
    if (!watched) return;
    if (consumer.closed || consumer.paused) watched.wishes.delete(consumer.id);
    else watched.wishes.set(consumer.id, consumer.preferredLayers?.spatialLayer ?? watched.top);
    this.#settle(consumer.producerId, watched);
  }

  close(): void {
    for (const producerId of this.#watched.keys()) this.#forget(producerId);
  }

  /** More is told at once, less only when it is still so after the grace. */
  #settle(producerId: string, watched: Watched): void {
    if (!isLess(wanted(watched), watched.told)) {
      clearTimeout(watched.timer);
      watched.timer = undefined;
      this.#announce(producerId, watched);
      return;
    }
    watched.timer ??= setTimeout(() => {
      watched.timer = undefined;
      this.#announce(producerId, watched);
    }, grace).unref();
  }

  #announce(producerId: string, watched: Watched): void {
    const layer = wanted(watched);
    if (layer === watched.told) return;
    watched.told = layer;
    this.#tell(producerId, layer);
  }

  #forget(producerId: string): void {
    clearTimeout(this.#watched.get(producerId)?.timer);
    this.#watched.delete(producerId);
  }
}

function wanted({ wishes, top }: Watched): number | null {
  return wishes.size === 0 ? null : Math.min(top, Math.max(...wishes.values()));
}

function isLess(layer: number | null, told: number | null): boolean {
  return (layer ?? -1) < (told ?? -1);
}

function topLayer({ encodings = [] }: types.RtpParameters): number {
  if (encodings.length > 1) return encodings.length - 1;
  return parseScalabilityMode(encodings[0]?.scalabilityMode).spatialLayers - 1;
}
