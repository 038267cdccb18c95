import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type Browser, type Page, chromium } from '@playwright/test';
import { build } from 'esbuild';
import { pino } from 'pino';
import { enterMeeting, leaveMeeting } from '../../../models/contracts/meetings.ts';
import { type Id, newId } from '../../../models/ids.ts';
import { createMediaNode } from '../../../sfu/in-process-node.ts';
import type { MediaNode } from '../../../sfu/media-node.ts';
import { type Sockets, createSockets } from '../../platform/socket-app.ts';
import { openChamber } from '../../testing/chamber.ts';
import { type Desk, createDesk } from './desk.ts';
import { type MediaService, createMediaService } from '../service.ts';
import { mediaActions } from '../socket.ts';

/** A meeting with the real media node, the real sockets, and delegates in a real browser. */
export interface MediaChamber {
  meetingId: Id;
  desk: Desk;
  node: MediaNode;
  media: MediaService;
  sockets: Sockets;
  /** Opens the page of a person, as on a device of their own. */
  openPage(personId: Id): Promise<Page>;
  close(): Promise<void>;
}

/** The page's script and what it loads later, by path. */
async function bundle(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    splitting: true,
    outdir: '/',
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      '--auto-select-desktop-capture-source=Entire screen',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export async function openMediaChamber(browser: Browser): Promise<MediaChamber> {
  const files = await bundle();
  const chamber = openChamber();
  const http = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.setHeader('content-type', file ? 'text/javascript' : 'text/html');
    response.end(
      file ?? '<!doctype html><title>Media</title><script type="module" src="/page.js"></script>',
    );
  });
  const logger = pino({ level: 'silent' });
  const sockets = createSockets(http, {
    identify: async ({ person }) => ({
      person: person
        ? {
            personId: person,
            sessionId: person,
            fullName: 'Đại biểu',
            systemRole: 'member',
            mustChangePassword: false,
          }
        : null,
      device: null,
    }),
    meetingRoleOf: async () => 'member',
    parseCookies: (header) => Object.fromEntries(header.split('; ').map((one) => one.split('='))),
    clock: { now: () => new Date().toISOString() },
    logger,
    publicUrl: undefined,
  });
  const desk = createDesk(newId());
  const node = await createMediaNode({ workers: 1, firstPort: 0, listen: [{ ip: '127.0.0.1' }] });
  const media = createMediaService({
    node,
    publisher: sockets,
    ...desk.deps,
    turn: { iceServers: () => [] },
    database: chamber.database,
    audit: chamber.audit,
    logger,
  });
  mediaActions(sockets, media, logger);
  sockets.handle(enterMeeting, async (_caller, { meetingId }, connection) => {
    await connection.follow(meetingId);
    return { serverTime: new Date().toISOString() };
  });
  sockets.handle(leaveMeeting, async () => ({ left: true as const }));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://localhost:${address.port}/`;
  return {
    meetingId: desk.meetingId,
    desk,
    node,
    media,
    sockets,
    async openPage(personId) {
      const context = await browser.newContext();
      await context.addCookies([{ name: 'nt_session', value: personId, url }]);
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    async close() {
      for (const context of browser.contexts()) await context.close();
      await sockets.close();
      http.close();
      await node.close();
      await chamber.close();
    },
  };
}
