// Run as a child process: node verify.mjs <binary>. Exits 0 when mediasoup can work with that binary.
import { argv, env, exit } from 'node:process';

env.MEDIASOUP_WORKER_BIN = argv[2];
// mediasoup reads the variable while it is loaded.
const { createWorker } = await import('mediasoup');

const worker = await createWorker();
const server = await worker.createWebRtcServer({
  listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }],
});
const router = await worker.createRouter({
  mediaCodecs: [
    { kind: 'audio', mimeType: 'audio/opus', clockRate: 48000, channels: 2 },
    { kind: 'video', mimeType: 'video/VP8', clockRate: 90000 },
  ],
});
const transport = await router.createWebRtcTransport({ webRtcServer: server });
if (transport.dtlsParameters.fingerprints.length === 0) exit(1);
worker.close();
