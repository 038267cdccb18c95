import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Fanout } from './fanout.ts';

/** Where Debian puts the program and, in a folder of the processor's name, its parts. */
const program = '/usr/bin/janus';
const plugin = 'plugins/libjanus_videoroom.so';
const transport = 'transports/libjanus_http.so';

/** Receivers get SSRCs of their own, as they do from us. */
const firstSsrc = 5000;

const Info = z.object({ version_string: z.string() });
const Created = z.object({ data: z.object({ id: z.number() }) });
const Answer = z.object({ plugindata: z.object({ data: z.looseObject({}) }) });
const Publisher = z.object({ port: z.number() });
const Present = z.object({ participants: z.array(z.looseObject({})) });
const Forwarders = z.object({ forwarders: z.array(z.object({ srtp: z.literal(true) })) });

/** A Janus of this machine's own, with its videoroom and nothing else, on loopback. */
export class Janus {
  readonly version: string;
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #handle: string;
  #rooms = 0;

  /** @returns undefined when Janus is not installed as Debian does it */
  static async open(): Promise<Janus | undefined> {
    const parts = installedParts();
    if (parts === undefined) return undefined;
    const folder = await mkdtemp(join(tmpdir(), 'nghi-truong-janus-'));
    const port = await freePort();
    await configure(folder, parts, port);
    const args = [`--config=${join(folder, 'janus.jcfg')}`, `--configs-folder=${folder}`];
    const child = spawn(program, args, { stdio: 'ignore' });
    // Unlike a media worker it would go on when this process is gone.
    process.once('exit', () => child.kill('SIGKILL'));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => process.exit(1));
    const url = `http://127.0.0.1:${port}/janus`;
    const version = await answering(url, child);
    const session = await post(url, { janus: 'create' }, Created);
    const attach = { janus: 'attach', plugin: 'janus.plugin.videoroom' };
    const handle = await post(`${url}/${session.data.id}`, attach, Created);
    return new Janus(child, folder, version, `${url}/${session.data.id}/${handle.data.id}`);
  }

  private constructor(child: ChildProcess, folder: string, version: string, handle: string) {
    this.#process = child;
    this.#folder = folder;
    this.version = version;
    this.#handle = handle;
  }

  /** A publisher as from another Janus, and an RTP forwarder with a key of its own for each receiver. */
  async fanout(ports: number[]): Promise<Fanout> {
    this.#rooms += 1;
    const room = this.#rooms;
    await this.#ask({ request: 'create', room }, z.looseObject({}));
    const stream = { type: 'video', codec: 'vp8', mid: '0', mindex: 0 };
    const publisher = { request: 'add_remote_publisher', room, id: 1, streams: [stream] };
    const { port } = await this.#ask(publisher, Publisher);
    // The publisher enters the room a moment after the answer.
    while (
      (await this.#ask({ request: 'listparticipants', room }, Present)).participants.length < 1
    )
      await sleep(10);
    const ssrcs = ports.map((_, index) => firstSsrc + index);
    for (const [index, to] of ports.entries())
      await this.#forward({ room, port: to, ssrc: firstSsrc + index });
    const close = async () => {
      await this.#ask({ request: 'destroy', room }, z.looseObject({}));
    };
    const { pid } = this.#process;
    if (pid === undefined) throw new Error('Janus does not run');
    return { pid, port, srtpProfile: 'AES_CM_128_HMAC_SHA1_80', ssrcs, close };
  }

  /** Its forwarders know no other profiles than AES_CM_128 with HMAC_SHA1_80 and _32. */
  async #forward({ room, port, ssrc }: { room: number; port: number; ssrc: number }) {
    const srtp = { srtp_suite: 80, srtp_crypto: randomBytes(30).toString('base64') };
    const host = '127.0.0.1';
    const stream = { mid: '0', host, port, ssrc, ...srtp };
    const request = { request: 'rtp_forward', room, publisher_id: 1, host, ...srtp };
    await this.#ask({ ...request, streams: [stream] }, Forwarders);
  }

  async #ask<T>(body: object, shape: z.ZodType<T>): Promise<T> {
    const { plugindata } = await post(this.#handle, { janus: 'message', body }, Answer);
    const read = shape.safeParse(plugindata.data);
    if (read.success && !('error' in plugindata.data)) return read.data;
    throw new Error(`Janus refused ${JSON.stringify(body)}: ${JSON.stringify(plugindata.data)}`);
  }

  async close(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const gone = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await gone;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function installedParts(): string | undefined {
  if (!existsSync(program)) return undefined;
  return readdirSync('/usr/lib')
    .map((folder) => join('/usr/lib', folder, 'janus'))
    .find((folder) => [plugin, transport].every((part) => existsSync(join(folder, part))));
}

/** Folders that hold only what is wanted spare Janus the rest. */
async function configure(folder: string, parts: string, port: number): Promise<void> {
  for (const kind of ['plugins', 'transports', 'events', 'loggers'])
    await mkdir(join(folder, kind));
  for (const part of [plugin, transport]) await symlink(join(parts, part), join(folder, part));
  const general = ['plugins', 'transports', 'events', 'loggers'].map(
    (kind) => `${kind}_folder = "${join(folder, kind)}"`,
  );
  const settings = ['debug_level = 2', 'session_timeout = 0', 'interface = "127.0.0.1"'];
  const main = `general: {\n${[...general, ...settings].join('\n')}\n}\n`;
  const http = `general: {\njson = "compact"\nhttp = true\nport = ${port}\nip = "127.0.0.1"\n}\n`;
  await writeFile(join(folder, 'janus.jcfg'), main);
  await writeFile(join(folder, 'janus.transport.http.jcfg'), http);
  await writeFile(join(folder, 'janus.plugin.videoroom.jcfg'), 'general: {\n}\n');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Waits until it listens. @returns its version */
async function answering(url: string, child: ChildProcess): Promise<string> {
  while (child.exitCode === null && child.signalCode === null) {
    try {
      const response = await fetch(`${url}/info`);
      return Info.parse(await response.json()).version_string;
    } catch (error) {
      if (error instanceof z.ZodError) throw error;
      await sleep(50);
    }
  }
  throw new Error(`Janus ended with status ${child.exitCode}`);
}

async function post<T>(url: string, message: object, shape: z.ZodType<T>): Promise<T> {
  const body = JSON.stringify({ ...message, transaction: 'bench' });
  const response = await fetch(url, { method: 'POST', body });
  const answer: unknown = await response.json();
  const read = shape.safeParse(answer);
  if (!read.success) throw new Error(`Janus answered ${JSON.stringify(answer)}`);
  return read.data;
}
