import { setTimeout as sleep } from 'node:timers/promises';
import { readOptions } from './support/options.ts';
import { type Line, median, printReport, round } from './support/report.ts';
import type { Fanout } from './support/sfu/fanout.ts';
import { Janus } from './support/sfu/janus.ts';
import { openOurRoom } from './support/sfu/our-room.ts';
import { cpuMicroseconds } from './support/sfu/process-cpu.ts';
import { Receivers } from './support/sfu/receivers.ts';
import { Sender, packetsPerSecond, payloadBytes } from './support/sfu/sender.ts';
import { udpBuffers } from './support/sfu/udp-buffers.ts';

const options = readOptions('sfu', {
  n: { default: 200, min: 4, means: 'receivers of the larger room; the smaller has a quarter' },
  seconds: { default: 3, min: 1, means: 'how long each measurement sends' },
  rounds: { default: 4, min: 1, means: 'measurements of each room, by turns' },
});

/** What a server has read by then is on its way to the receivers; this is time enough for the rest. */
const drainMs = 300;
const warmUpSeconds = 1;

const title = `SFU: one VP8 stream of ${packetsPerSecond} packets of ${payloadBytes} bytes a second, to many receivers over SRTP on loopback

Janus and the first kind of ours do nearly the same work: their receivers never answer. Ours also keeps a socket and keys
for the way back of each, and sends it sender reports; Janus sends all from one socket, by RTP forwarders, which are not
its way to browsers. "As for browsers" is more work: packets are kept for retransmission, numbered for congestion control,
and each line is estimated, though no feedback comes; and it is the profile that Chromium negotiates.
`;

interface Measured {
  /** Processor time for each packet that reached its receiver's socket. */
  microseconds: number;
  /** Share of the packets that did not reach it. */
  loss: number;
  /** Packets that did, but found its buffer full: the fault of this program. */
  dropped: number;
  /** Packets of the sender that the server did not read in time; each is lost for all receivers. */
  unread: number;
}

/** Sends to one room and reads its server's processor time before and after. */
async function measure(
  fanout: Fanout,
  sender: Sender,
  receivers: Receivers,
  seconds: number,
): Promise<Measured> {
  await receivers.expect(fanout.ssrcs);
  const unreadBefore = udpBuffers([fanout.port]).dropped;
  const before = cpuMicroseconds(fanout.pid);
  const sent = await sender.send(fanout.port, seconds);
  while (udpBuffers([fanout.port]).waiting > 0) await sleep(20);
  await sleep(drainMs);
  const used = cpuMicroseconds(fanout.pid) - before;
  const { received, dropped } = await receivers.arrived();
  const wanted = sent * fanout.ssrcs.length;
  return {
    microseconds: used / (received + dropped),
    loss: 1 - (received + dropped) / wanted,
    dropped,
    unread: udpBuffers([fanout.port]).dropped - unreadBefore,
  };
}

type Server = 'ours' | 'janus' | 'browsers';

const sha1 = { srtpProfile: 'AES_CM_128_HMAC_SHA1_80', feedback: false } as const;
const asBrowsers = { srtpProfile: 'AEAD_AES_256_GCM', feedback: true } as const;

/** All servers by turns, so that a slow moment of the machine meets each. */
async function compare(size: number, janus: Janus | undefined) {
  const receivers = await Receivers.open(size);
  const sender = new Sender();
  try {
    const fanouts: [Server, Fanout][] = [
      ['ours', await openOurRoom(receivers.ports, sha1)],
      ...(janus ? [['janus', await janus.fanout(receivers.ports)] as [Server, Fanout]] : []),
      ['browsers', await openOurRoom(receivers.ports, asBrowsers)],
    ];
    for (const [, fanout] of fanouts) await measure(fanout, sender, receivers, warmUpSeconds);
    const measured = new Map<Server, Measured[]>(fanouts.map(([server]) => [server, []]));
    for (let turn = 0; turn < options.rounds; turn += 1)
      for (const [server, fanout] of fanouts)
        measured.get(server)?.push(await measure(fanout, sender, receivers, options.seconds));
    for (const [, fanout] of fanouts) await fanout.close();
    return fanouts.map(([server, { srtpProfile }]) =>
      summaryOf({ size, server, srtpProfile, samples: measured.get(server) ?? [] }),
    );
  } finally {
    receivers.close();
    sender.close();
  }
}

interface Sampled {
  size: number;
  server: Server;
  srtpProfile: string;
  samples: Measured[];
}

function summaryOf({ size, server, srtpProfile, samples }: Sampled) {
  const times = samples.map(({ microseconds }) => microseconds);
  const figures = {
    us_per_packet: round(median(times), 1),
    // Of all that was sent, not of a median round: a loss must not hide.
    loss: round(samples.reduce((sum, { loss }) => sum + loss, 0) / samples.length, 6),
    srtp_profile: srtpProfile,
  };
  const spread = [Math.min(...times), Math.max(...times)].map((time) => round(time, 1)).join('–');
  return { size, server, figures, spread, samples };
}
type Summary = ReturnType<typeof summaryOf>;

async function run() {
  const janus = await Janus.open();
  try {
    const summaries: Summary[] = [];
    for (const size of [Math.floor(options.n / 4), options.n])
      summaries.push(...(await compare(size, janus)));
    return { summaries, janusVersion: janus?.version };
  } finally {
    await janus?.close();
  }
}

const { summaries, janusVersion } = await run();
const names = {
  ours: 'our media worker',
  janus: `Janus ${janusVersion}`,
  browsers: 'our media worker, as for browsers',
};
const rounds = `median of ${options.rounds} × ${options.seconds} s`;
const lines = summaries.map(({ size, server, figures, spread }): Line => [
  `${size} receivers, ${names[server]}`,
  `${figures.us_per_packet} µs a packet`,
  `${rounds} (${spread}), loss ${round(figures.loss * 100, 4)} %, ${figures.srtp_profile}`,
]);
const all = summaries.flatMap((summary) => summary.samples);
const dropped = all.reduce((sum, sample) => sum + sample.dropped, 0);
const unread = all.reduce((sum, sample) => sum + sample.unread, 0);
if (dropped > 0)
  lines.push(['found no room at the receivers', `${dropped} packets`, 'not counted as lost']);
if (unread > 0)
  lines.push(['not read by a server in time', `${unread} packets`, 'each lost for all receivers']);
if (janusVersion === undefined) lines.push(['Janus', 'skipped', 'it is not installed']);
const figuresOf = (wanted: Server) =>
  Object.fromEntries(
    summaries
      .filter(({ server }) => server === wanted)
      .map(({ size, figures }) => [`n${size}`, figures]),
  );
printReport(title, lines, {
  json: options.json,
  figures: {
    ...figuresOf('ours'),
    janus: janusVersion === undefined ? null : { ...figuresOf('janus'), version: janusVersion },
    as_browsers: figuresOf('browsers'),
    rounds: options.rounds,
    seconds: options.seconds,
    packets_per_s: packetsPerSecond,
    payload_bytes: payloadBytes,
    dropped_by_receivers: dropped,
    unread_by_servers: unread,
  },
});
