import type { MediaNode } from '../../sfu/media-node.ts';
import type { NodeLoad, WorkerLoad } from '../../sfu/stats.ts';
import type { Metrics } from '../platform/metrics.ts';

/** How old a figure may be when Prometheus asks, in milliseconds. */
const interval = 5000;

const gauges = [
  ['rooms', 'Meetings and tests of a line on the worker'],
  ['peers', 'Connections to its rooms'],
  ['producers', 'Streams that come in'],
  ['consumers', 'Streams that go out'],
  ['cpuShare', 'Share of a core in use'],
  ['memoryBytes', 'Largest resident memory so far'],
] as const satisfies [keyof WorkerLoad, string][];

export interface MediaFigures {
  /** Whether any worker is alive. */
  ready(): boolean;
  stop(): void;
}

/** Looks at the workers regularly and shows what they do at `/metrics`, labelled by worker. */
export async function watchMedia(
  node: Pick<MediaNode, 'load'>,
  metrics: Pick<Metrics, 'labelled'>,
): Promise<MediaFigures> {
  let latest: NodeLoad = await node.load();
  const look = async () => {
    latest = await node.load();
  };
  const timer = setInterval(() => void look(), interval).unref();
  for (const [figure, help] of gauges)
    metrics.labelled(`nghi_truong_media_${snake(figure)}`, help, 'worker', () =>
      Object.fromEntries(latest.workers.map((worker) => [String(worker.index), worker[figure]])),
    );
  return {
    ready: () => latest.workers.length > 0,
    stop: () => clearInterval(timer),
  };
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
