import type { types } from 'mediasoup';
import { Pipe } from './pipe.ts';
import type { Stage } from './stage.ts';

/**
 * Bytes of socket buffer for one line between two stages, which carries every stream between them; the
 * system gives less where it allows less. A key frame of every camera at once must fit.
 */
const buffer = 4 * 1024 * 1024;

/** The two ends of a line: on each stage the transport to the other. */
type Line = ReadonlyMap<Stage, types.PipeTransport>;

/**
 * Carries the streams of a room from the stage where they are sent to those where they are watched: once
 * for each stream and stage, when it is first asked for, until it ends or nobody has had a use for it for a
 * while.
 *
 * `router.pipeToRouter` does nearly this. It cannot rest while nobody watches without telling the watchers
 * that the sender paused, and a pause while the other worker dies would be an unhandled rejection.
 */
export class Pipes {
  readonly #lines = new Map<Stage, Map<Stage, Promise<Line>>>();
  readonly #coming = new Map<Stage, Map<string, Promise<Pipe | undefined>>>();
  readonly #standing = new Map<Stage, Map<string, Pipe>>();

  /** The pipe, made when it is new; undefined when the stream ended meanwhile. */
  bring(origin: types.Producer, from: Stage, to: Stage): Promise<Pipe | undefined> {
    const coming = inner(this.#coming, to);
    const known = coming.get(origin.id);
    if (known) {
      this.#standing.get(to)?.get(origin.id)?.keep();
      return known;
    }
    const made = this.#make(origin, from, to);
    coming.set(origin.id, made);
    // One that failed may be tried again; the error belongs to whoever asked.
    made.then(
      (pipe) => pipe ?? coming.delete(origin.id),
      () => coming.delete(origin.id),
    );
    return made;
  }

  /** To be called when a consumer on the stage was made, paused, resumed or closed. */
  update(stage: Stage, consumer: types.Consumer): void {
    const pipe = this.#standing.get(stage)?.get(consumer.producerId);
    if (consumer.closed) pipe?.leave(consumer.id);
    else pipe?.use(consumer.id, !consumer.paused);
  }

  async #make(origin: types.Producer, from: Stage, to: Stage): Promise<Pipe | undefined> {
    try {
      return this.#stand(await openPipe(origin, await this.#line(from, to), from, to), from, to);
    } catch (error) {
      if (origin.closed) return undefined;
      throw error;
    }
  }

  #stand(pipe: Pipe, from: Stage, to: Stage): Pipe | undefined {
    const { id } = pipe.producer;
    from.piped.consumers += 1;
    to.piped.producers += 1;
    inner(this.#standing, to).set(id, pipe);
    pipe.onClose(() => {
      from.piped.consumers -= 1;
      to.piped.producers -= 1;
      this.#standing.get(to)?.delete(id);
      this.#coming.get(to)?.delete(id);
    });
    return pipe.closed ? undefined : pipe;
  }

  #line(one: Stage, other: Stage): Promise<Line> {
    const known = this.#lines.get(one)?.get(other);
    if (known) return known;
    const line = openLine(one, other);
    inner(this.#lines, one).set(other, line);
    inner(this.#lines, other).set(one, line);
    line.catch(() => {
      this.#lines.get(one)?.delete(other);
      this.#lines.get(other)?.delete(one);
    });
    return line;
  }
}

async function openPipe(origin: types.Producer, line: Line, from: Stage, to: Stage): Promise<Pipe> {
  const [near, far] = [line.get(from), line.get(to)];
  if (!near || !far) throw new Error('a line without ends');
  const { id } = origin;
  const consumer = await near.consume({ producerId: id });
  try {
    const { kind, rtpParameters } = consumer;
    const producer = await far.produce({ id, kind, rtpParameters, paused: origin.paused });
    return new Pipe(origin, consumer, producer);
  } catch (error) {
    consumer.close();
    throw error;
  }
}

async function openLine(one: Stage, other: Stage): Promise<Line> {
  const [a, b] = await Promise.all([openEnd(one), openEnd(other)]);
  await Promise.all([a.connect(addressOf(b)), b.connect(addressOf(a))]);
  return new Map([
    [one, a],
    [other, b],
  ]);
}

/** On loopback alone: what goes between workers is not encrypted, and nobody else may send into it. */
async function openEnd(stage: Stage): Promise<types.PipeTransport> {
  const router = await stage.ready;
  return router.createPipeTransport({
    listenInfo: {
      protocol: 'udp',
      ip: '127.0.0.1',
      sendBufferSize: buffer,
      recvBufferSize: buffer,
    },
    enableSctp: false,
  });
}

function addressOf({ tuple }: types.PipeTransport): { ip: string; port: number } {
  return { ip: tuple.localAddress, port: tuple.localPort };
}

function inner<K, V>(maps: Map<Stage, Map<K, V>>, stage: Stage): Map<K, V> {
  let map = maps.get(stage);
  if (!map) maps.set(stage, (map = new Map<K, V>()));
  return map;
}
