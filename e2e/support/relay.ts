import type { Page } from '@playwright/test';
import { hasCoturn, startCoturn } from '../../server/testing/coturn.ts';

export type RelayWay = 'udp' | 'tcp';

/** A relay on this machine, and what the server has to be told of it. */
export interface Relay {
  settings: Record<string, string>;
  stop(): Promise<void>;
}

const secret = 'a-secret-of-both';

/** @returns null where coturn is not installed */
export async function startRelay(): Promise<Relay | null> {
  if (!hasCoturn()) return null;
  // Only here: the media ports lie on the same machine.
  const { port, stop } = await startCoturn(secret, ['allow-loopback-peers']);
  const ways: RelayWay[] = ['udp', 'tcp'];
  return {
    settings: {
      NGHI_TRUONG_TURN_URLS: ways.map((way) => `turn:127.0.0.1:${port}?transport=${way}`).join(','),
      NGHI_TRUONG_TURN_SECRET: secret,
    },
    stop,
  };
}

/** Lets connections that the page is going to open use nothing but the relay, reached this way. Call before others. */
export async function onlyByRelay(page: Page, way: RelayWay): Promise<void> {
  await page.addInitScript((transport) => {
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration: RTCConfiguration = {}) {
        const iceServers = (configuration.iceServers ?? []).map((server) => ({
          ...server,
          urls: [server.urls].flat().filter((url) => url.endsWith(`transport=${transport}`)),
        }));
        super({ ...configuration, iceServers, iceTransportPolicy: 'relay' });
      }
    };
  }, way);
}
