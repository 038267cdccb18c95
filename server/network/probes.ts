import type { z } from 'zod';
import type { ConsumerInfo } from '../../models/contracts/media.ts';
import type {
  NetworkWay,
  connectProbe,
  openProbe,
  produceProbe,
  receiveProbe,
} from '../../models/contracts/network.ts';
import type { RequestOf } from '../../models/contracts/event.ts';
import type { TransportOptions } from '../../models/contracts/rtp.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { MediaNode, PeerRef } from '../../sfu/media-node.ts';
import type { Logger } from '../platform/logger.ts';
import type { Connection } from '../platform/socket-app.ts';
import type { Turn } from '../platform/turn.ts';

/** Each sends and gets back up to a few megabits a second; a meeting that runs must not notice them. */
const mostAtOnce = 20;
/** Milliseconds after which a test is ended; a client needs some ten seconds for one way. */
const longest = 60_000;

export interface ProbesDeps {
  /** Null where media could not be started. */
  node: MediaNode | null;
  turn: Turn;
  logger: Logger;
  /** Milliseconds, for tests that cannot wait. */
  longest?: number;
}

/** A room of its own on the media node, in which what goes out as one peer comes back as another. */
interface Probe {
  id: Id;
  connectionId: string;
  node: MediaNode;
  ways: 'udp' | 'tcp';
  out: PeerRef;
  back: PeerRef;
  /** By their transports. */
  peers: Map<string, PeerRef>;
  sendId: string;
  producerId: string | null;
  end: NodeJS.Timeout | undefined;
}

type Named = { probeId: Id };

/** Tests of a line, one at a time for each connection; every action throws `not_found` when the test has ended. */
export interface Probes {
  /** @throws AppError `unavailable` without media, `too_many_requests` while too many others test */
  open(
    request: RequestOf<typeof openProbe>,
    connection: Connection,
  ): Promise<z.infer<typeof openProbe.response>>;
  receive(
    request: RequestOf<typeof receiveProbe>,
    connection: Connection,
  ): Promise<TransportOptions>;
  connect(request: RequestOf<typeof connectProbe>, connection: Connection): Promise<void>;
  produce(
    request: RequestOf<typeof produceProbe>,
    connection: Connection,
  ): Promise<{ producerId: string }>;
  consume(request: Named, connection: Connection): Promise<ConsumerInfo>;
  /** Does nothing when it has ended. */
  close(request: Named, connection: Connection): Promise<void>;
  running(): number;
}

export function createProbes(deps: ProbesDeps): Probes {
  const { node, turn, logger } = deps;
  const byConnection = new Map<string, Probe>();
  const watched = new Set<string>();
  const probeOf = ({ probeId }: Named, connection: Connection) => {
    const probe = byConnection.get(connection.id);
    if (probe?.id !== probeId) throw new AppError('not_found');
    return probe;
  };
  const end = async (probe: Probe) => {
    clearTimeout(probe.end);
    if (byConnection.get(probe.connectionId) === probe) byConnection.delete(probe.connectionId);
    await probe.node.closeRoom(probe.out.roomId);
  };
  const endLater = (probe: Probe) => {
    end(probe).catch((err: unknown) => logger.error({ err }, 'a line test did not end'));
  };
  const watch = (connection: Connection) => {
    if (watched.has(connection.id)) return;
    watched.add(connection.id);
    connection.onClose(() => {
      watched.delete(connection.id);
      const probe = byConnection.get(connection.id);
      if (probe) endLater(probe);
    });
  };

  return {
    async open({ way }, connection) {
      if (node === null) throw new AppError('unavailable');
      const earlier = byConnection.get(connection.id);
      if (earlier) await end(earlier);
      if (byConnection.size >= mostAtOnce) throw new AppError('too_many_requests');
      const probe = newProbe(node, way, connection.id);
      byConnection.set(connection.id, probe);
      probe.end = setTimeout(() => endLater(probe), deps.longest ?? longest).unref();
      watch(connection);
      try {
        const opened = await openRoom(probe);
        // The line may have broken, or another test have begun, meanwhile.
        probeOf({ probeId: probe.id }, connection);
        return { ...opened, probeId: probe.id, iceServers: turn.iceServers() };
      } catch (error) {
        await end(probe);
        throw error;
      }
    },
    ...streaming(probeOf),
    async close(request, connection) {
      const probe = byConnection.get(connection.id);
      if (probe?.id === request.probeId) await end(probe);
    },
    running: () => byConnection.size,
  };
}

async function openRoom(probe: Probe) {
  const { node, out, back, ways } = probe;
  const { rtpCapabilities: routerRtpCapabilities } = await node.join(out);
  await node.join(back);
  const send = await node.createTransport(out, { direction: 'send', ways });
  probe.peers.set(send.id, out);
  probe.sendId = send.id;
  return { routerRtpCapabilities, send };
}

/** What is done in a test that runs. */
function streaming(
  probeOf: (named: Named, connection: Connection) => Probe,
): Pick<Probes, 'receive' | 'connect' | 'produce' | 'consume'> {
  return {
    async receive(request, connection) {
      const { node, back, peers, ways } = probeOf(request, connection);
      const { rtpCapabilities } = request;
      const transport = await node.createTransport(back, {
        direction: 'recv',
        rtpCapabilities,
        ways,
      });
      peers.set(transport.id, back);
      return transport;
    },
    async connect(request, connection) {
      const { transportId, dtlsParameters } = request;
      const { node, peers } = probeOf(request, connection);
      const peer = peers.get(transportId);
      if (peer === undefined) throw new AppError('not_found');
      await node.connectTransport(peer, transportId, dtlsParameters);
    },
    async produce(request, connection) {
      const { kind, rtpParameters } = request;
      const probe = probeOf(request, connection);
      const { producerId } = await probe.node.produce(probe.out, {
        transportId: probe.sendId,
        kind,
        // Not as a microphone, for which the node watches who speaks.
        source: kind === 'video' ? 'camera' : 'screen-audio',
        rtpParameters,
        paused: false,
      });
      probe.producerId = producerId;
      return { producerId };
    },
    async consume(request, connection) {
      const { node, back, producerId } = probeOf(request, connection);
      const [consumer] = producerId === null ? [] : await node.consume(back, [producerId]);
      if (consumer === undefined) throw new AppError('not_found');
      const { consumerId } = consumer;
      await node.changeConsumers(back, [{ consumerId, paused: false }]);
      return consumer;
    },
  };
}

function newProbe(node: MediaNode, way: NetworkWay, connectionId: string): Probe {
  const id = newId();
  const roomId = `probe:${id}`;
  return {
    id,
    connectionId,
    node,
    // A relay hands on over UDP; how the browser reaches the relay, its addresses say.
    ways: way === 'tcp' ? 'tcp' : 'udp',
    out: { roomId, peerId: 'out' },
    back: { roomId, peerId: 'back' },
    peers: new Map(),
    sendId: '',
    producerId: null,
    end: undefined,
  };
}
