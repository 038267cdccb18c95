import {
  type NetworkFindings,
  type NetworkWay,
  type WayReport,
  closeProbe,
  openProbe,
} from '../../../models/contracts/network.ts';
import type { Id } from '../../../models/ids.ts';
import type { Connection } from '../connection.ts';
import { loadDevice } from './live.ts';
import { measureWay } from './line-test/measure.ts';
import { onThisLine } from './transport.ts';

/** What is being tried now, and how much of the whole test is done, 0 to 1. */
export interface NetworkProgress {
  way: NetworkWay;
  share: number;
}

const ways = ['udp', 'tcp', 'relay'] as const satisfies readonly NetworkWay[];

/**
 * Tries each way to the media server with a real stream that comes back, about eight seconds a way. A way that cannot be
 * had is a finding, not an error.
 * @throws AppError when the server cannot be asked, `too_many_requests` while too many others test, `media_rejected`
 * from a browser without WebRTC; the signal's reason when it was called off
 */
export async function runNetworkTest(
  connection: Connection,
  meetingId: Id,
  onProgress: (progress: NetworkProgress) => void,
  signal: AbortSignal = new AbortController().signal,
): Promise<NetworkFindings> {
  const reports = new Map<NetworkWay, WayReport | null>();
  for (const [place, way] of ways.entries()) {
    signal.throwIfAborted();
    const tell = (share: number) => onProgress({ way, share: (place + share) / ways.length });
    tell(0);
    reports.set(way, await tryWay({ connection, meetingId, way, signal, tell }));
    tell(1);
  }
  return {
    udp: reports.get('udp') ?? unreachable,
    tcp: reports.get('tcp') ?? unreachable,
    relay: reports.get('relay') ?? null,
    browser: navigator.userAgent.slice(0, 300),
  };
}

const unreachable: WayReport = {
  reachable: false,
  rttMs: null,
  loss: null,
  upKbps: null,
  downKbps: null,
};

interface Trial {
  connection: Connection;
  meetingId: Id;
  way: NetworkWay;
  signal: AbortSignal;
  tell(share: number): void;
}

/** @returns null when the server has no relay to try */
async function tryWay({ connection, meetingId, way, signal, tell }: Trial) {
  const openDevice = await loadDevice();
  // The page may have been opened this moment, and its line not stand yet.
  const probe = await connection.request(openProbe, { meetingId, way });
  const named = { meetingId, probeId: probe.probeId };
  try {
    if (way === 'relay' && probe.iceServers.length === 0) return null;
    const found = await measureWay({ connection, named, probe, way, openDevice, signal, tell });
    return found ?? unreachable;
  } finally {
    connection.request(closeProbe, named, onThisLine).catch(() => undefined);
  }
}
