import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ProducerInfo } from '../../models/contracts/media.ts';
import type { MediaNode, PeerRef } from '../media-node.ts';
import { opusParameters, vp8Parameters } from './rtp.ts';

/** The node learns a sender from its first packet, and ffmpeg sends its reports from another port: to nowhere. */
const discard = 9;

let lastSsrc = 500_000;

interface Sending {
  producer: ProducerInfo;
  ref: PeerRef;
  stop(): Promise<void>;
}

const camera = (size: string, key: number) =>
  [
    ['-re', '-f', 'lavfi', '-i', `testsrc2=s=${size}:r=15`, '-c:v', 'libvpx'],
    // Nothing answers a wish for a key frame here, so that one comes often.
    ['-deadline', 'realtime', '-cpu-used', '8', '-b:v', '400k', '-g', String(key)],
  ].flat();
const voice = (hertz: number) =>
  [
    ['-re', '-f', 'lavfi', '-i', `sine=frequency=${hertz}:r=48000`],
    ['-ac', '2', '-c:a', 'libopus', '-b:a', '48k'],
  ].flat();

/** A peer that has joined and whose camera is a moving test picture, encoded and packed by ffmpeg. */
export function film(node: MediaNode, ref: PeerRef, size = '320x180'): Promise<Sending> {
  return send(node, ref, 'camera', camera(size, 8));
}

/** A peer that has joined and hums. */
export function hum(node: MediaNode, ref: PeerRef, hertz = 440): Promise<Sending> {
  return send(node, ref, 'microphone', voice(hertz));
}

async function send(
  node: MediaNode,
  ref: PeerRef,
  source: 'camera' | 'microphone',
  what: string[],
): Promise<Sending> {
  const to = await node.createPlainTransport(ref, { direction: 'send' });
  const ssrc = (lastSsrc += 1);
  const rtpParameters = source === 'camera' ? vp8Parameters([ssrc]) : opusParameters(ssrc);
  const kind = source === 'camera' ? 'video' : 'audio';
  const producer = await node.produce(ref, {
    transportId: to.transportId,
    kind,
    source,
    rtpParameters,
    paused: false,
  });
  const type = String(rtpParameters.codecs[0]?.payloadType);
  const program = spawn(
    'ffmpeg',
    [
      ['-v', 'error', '-nostdin', ...what, '-payload_type', type, '-ssrc', String(ssrc)],
      ['-f', 'rtp', `rtp://${to.ip}:${to.port}?rtcpport=${discard}&pkt_size=1100`],
    ].flat(),
  );
  const ended = once(program, 'exit');
  return {
    producer,
    ref,
    async stop() {
      program.kill('SIGKILL');
      await ended;
    },
  };
}
