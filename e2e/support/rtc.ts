import type { Page } from '@playwright/test';

/** What a page has received over WebRTC so far, over all its connections. */
export interface Received {
  framesDecoded: number;
  audioSamples: number;
  audioPackets: number;
}

declare global {
  interface Window {
    watchedConnections?: RTCPeerConnection[];
  }
}

/** Lets `receivedBy` see the connections that the page is going to open. Call before the page is loaded. */
export async function watchConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: RTCPeerConnection[] = [];
    window.watchedConnections = watched;
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        watched.push(this);
      }
    };
  });
}

/** Sums the `inbound-rtp` statistics; the server's own probes of the line do not count. */
export async function receivedBy(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const reports = await Promise.all(
      (window.watchedConnections ?? []).map((connection) => connection.getStats()),
    );
    const inbound = reports
      .flatMap((report) => [...report.values()])
      .filter((entry) => entry.type === 'inbound-rtp' && entry.mid !== 'probator');
    const sum = (name: string, kind: string) =>
      inbound
        .filter((entry) => entry.kind === kind)
        .reduce((total: number, entry) => total + (Number(entry[name]) || 0), 0);
    return {
      framesDecoded: sum('framesDecoded', 'video'),
      audioSamples: sum('totalSamplesReceived', 'audio'),
      audioPackets: sum('packetsReceived', 'audio'),
    };
  });
}

/** Of the way that a connection uses: `host` for a direct one, `relay` with how the relay is reached. */
interface Path {
  type: string;
  relayProtocol: string;
}

/** The ways in use now, of all connections that are open. */
export async function pathsOf(page: Page): Promise<Path[]> {
  return page.evaluate(async () => {
    const open = (window.watchedConnections ?? []).filter(
      ({ connectionState }) => connectionState === 'connected',
    );
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    return reports.flatMap((report) => {
      const entries = [...report.values()];
      const pairs = entries.flatMap((entry) =>
        entry.type === 'transport' ? [report.get(String(entry.selectedCandidatePairId))] : [],
      );
      return pairs.map((pair) => {
        const local = report.get(String(pair?.localCandidateId));
        return {
          type: String(local?.candidateType),
          relayProtocol: String(local?.relayProtocol),
        };
      });
    });
  });
}
