import type { types } from 'mediasoup';

/** Milliseconds between looks at who dominates; shorter makes the picture jump at every cough. */
const speakerInterval = 300;
const levelInterval = 500;
/** dBov under which a microphone counts as silent. */
const silence = -60;
const loudest = 8;

interface SpeakerListener {
  onSpeaker(peerId: string | null): void;
  onLevels(levels: { peerId: string; volume: number }[]): void;
}

/** Listens to the microphones of one room. */
export class Speakers {
  readonly #active: types.ActiveSpeakerObserver;
  readonly #levels: types.AudioLevelObserver;
  readonly #peerOf = new Map<string, string>();
  readonly #listener: SpeakerListener;
  #speaking: string | null = null;

  static async create(router: types.Router, listener: SpeakerListener): Promise<Speakers> {
    const [active, levels] = await Promise.all([
      router.createActiveSpeakerObserver({ interval: speakerInterval }),
      router.createAudioLevelObserver({
        interval: levelInterval,
        threshold: silence,
        maxEntries: loudest,
      }),
    ]);
    return new Speakers(active, levels, listener);
  }

  private constructor(
    active: types.ActiveSpeakerObserver,
    levels: types.AudioLevelObserver,
    listener: SpeakerListener,
  ) {
    this.#active = active;
    this.#levels = levels;
    this.#listener = listener;
    active.on('dominantspeaker', ({ producer }) => this.#speak(producer.id));
    levels.on('volumes', (volumes) => listener.onLevels(this.#named(volumes)));
    levels.on('silence', () => listener.onLevels([]));
  }

  /** The peer that spoke last and still can. */
  get peerId(): string | null {
    return this.#speaking === null ? null : (this.#peerOf.get(this.#speaking) ?? null);
  }

  /** Listens to a microphone until it closes. */
  async add(producer: types.Producer, peerId: string): Promise<void> {
    this.#peerOf.set(producer.id, peerId);
    producer.observer.once('close', () => this.#remove(producer.id));
    const { id: producerId } = producer;
    await Promise.all([
      this.#active.addProducer({ producerId }),
      this.#levels.addProducer({ producerId }),
    ]);
  }

  #speak(producerId: string): void {
    this.#speaking = producerId;
    if (this.peerId !== null) this.#listener.onSpeaker(this.peerId);
  }

  #remove(producerId: string): void {
    this.#peerOf.delete(producerId);
    if (this.#speaking !== producerId) return;
    this.#speaking = null;
    this.#listener.onSpeaker(null);
  }

  #named(volumes: types.AudioLevelObserverVolume[]): { peerId: string; volume: number }[] {
    return volumes.flatMap(({ producer, volume }) => {
      const peerId = this.#peerOf.get(producer.id);
      return peerId === undefined ? [] : [{ peerId, volume }];
    });
  }
}
