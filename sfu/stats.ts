import type { types } from 'mediasoup';
import type { Layers } from '../models/contracts/rtp.ts';
import type { Direction } from './media-node.ts';
import type { WorkerSlot } from './worker-pool.ts';

/** What runs somewhere; pipes between workers count as producers and consumers, for they cost as much. */
export interface Counts {
  peers: number;
  producers: number;
  consumers: number;
}

export interface WorkerLoad extends Counts {
  index: number;
  pid: number;
  /** Rooms that stand here, whole or in part. */
  rooms: number;
  /** CPU seconds since the worker started, for a counter. */
  cpuSeconds: number;
  /** Cores used since the last look, 0 to about 1: a worker is one thread. */
  cpuShare: number;
  /** Largest resident memory so far, bytes. */
  memoryBytes: number;
}

export interface NodeLoad {
  workers: WorkerLoad[];
}

/** Bitrates in bits per second, losses as a share of 0 to 1, times in milliseconds. */
export interface PeerStats {
  transports: TransportStats[];
  producers: { producerId: string; bitrate: number; lost: number; jitter: number; score: number }[];
  consumers: {
    consumerId: string;
    producerId: string;
    bitrate: number;
    lost: number;
    roundTripTime: number | null;
    score: number;
    layers: Layers | null;
  }[];
}

interface TransportStats {
  transportId: string;
  direction: Direction;
  iceState: types.IceState | null;
  dtlsState: types.DtlsState | null;
  protocol: 'udp' | 'tcp' | null;
  receiving: number;
  sending: number;
  /** What the line to the peer is thought to carry. */
  available: number | null;
  lostReceiving: number;
  lostSending: number;
}

/** Asks a worker what it uses, and adds up what runs on it. */
export async function workerLoad(slot: WorkerSlot): Promise<WorkerLoad> {
  const usage = await slot.worker.getResourceUsage();
  const ms = usage.ru_utime + usage.ru_stime;
  const at = performance.now();
  const elapsed = at - slot.lastCpu.at;
  const cpuShare = elapsed > 0 ? (ms - slot.lastCpu.ms) / elapsed : 0;
  slot.lastCpu = { ms, at };
  return {
    index: slot.index,
    pid: slot.worker.pid,
    rooms: slot.stages.size,
    ...sum([...slot.stages].map((stage) => stage.counts())),
    cpuSeconds: ms / 1000,
    cpuShare,
    memoryBytes: usage.ru_maxrss * 1024,
  };
}

function sum(counts: Counts[]): Counts {
  const total = { peers: 0, producers: 0, consumers: 0 };
  for (const { peers, producers, consumers } of counts) {
    total.peers += peers;
    total.producers += producers;
    total.consumers += consumers;
  }
  return total;
}

export type PeerTransport = types.WebRtcTransport | types.PlainTransport;

export async function transportStats(
  transport: PeerTransport,
  direction: Direction,
): Promise<TransportStats> {
  const [stat] = await transport.getStats();
  const webRtc = 'iceState' in transport ? transport : undefined;
  const tuple = 'iceState' in transport ? transport.iceSelectedTuple : transport.tuple;
  return {
    transportId: transport.id,
    direction,
    iceState: webRtc?.iceState ?? null,
    dtlsState: webRtc?.dtlsState ?? null,
    protocol: tuple?.protocol ?? null,
    receiving: stat?.recvBitrate ?? 0,
    sending: stat?.sendBitrate ?? 0,
    available: stat?.availableOutgoingBitrate ?? null,
    lostReceiving: stat?.rtpPacketLossReceived ?? 0,
    lostSending: stat?.rtpPacketLossSent ?? 0,
  };
}

export async function producerStats(
  producer: types.Producer,
): Promise<PeerStats['producers'][number]> {
  const streams = await producer.getStats();
  const ticksPerMs = (producer.rtpParameters.codecs[0]?.clockRate ?? 1000) / 1000;
  return {
    producerId: producer.id,
    bitrate: streams.reduce((total, { bitrate }) => total + bitrate, 0),
    lost: Math.max(0, ...streams.map(lossShare)),
    // The worker counts jitter in ticks of the codec's clock.
    jitter: Math.max(0, ...streams.map(({ jitter }) => jitter)) / ticksPerMs,
    score: Math.max(0, ...streams.map(({ score }) => score)),
  };
}

export async function consumerStats(
  consumer: types.Consumer,
): Promise<PeerStats['consumers'][number]> {
  const stats = await consumer.getStats();
  // The other entries describe the producer's stream.
  const sent = stats.find(({ type }) => type === 'outbound-rtp');
  return {
    consumerId: consumer.id,
    producerId: consumer.producerId,
    bitrate: sent?.bitrate ?? 0,
    lost: sent ? lossShare(sent) : 0,
    roundTripTime: sent?.roundTripTime ?? null,
    score: consumer.score.score,
    layers: consumer.currentLayers ?? null,
  };
}

/** RTCP carries the share lost in 256ths. */
function lossShare({ fractionLost }: { fractionLost: number }): number {
  return fractionLost / 256;
}
