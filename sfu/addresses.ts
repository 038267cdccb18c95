import { createSocket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import type { types } from 'mediasoup';

/** An address to listen on, and the one that browsers are told when it is another (NAT, container). */
export interface ListenAddress {
  ip: string;
  announcedAddress?: string | undefined;
}

/** Addresses reserved for examples; connecting a UDP socket sends nothing, it only asks for a route. */
const nowhere = { 4: '192.0.2.1', 6: '2001:db8::1' } as const;

/**
 * The address under which this machine is most likely reached: the one it would itself use to reach
 * the world, else the first that is not loopback, else 127.0.0.1.
 */
export async function guessAnnouncedAddress(): Promise<string> {
  return (await sourceAddress(4)) ?? firstOutwardAddress() ?? '127.0.0.1';
}

function sourceAddress(family: 4 | 6): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket(`udp${family}`);
    socket.once('error', () => {
      socket.close();
      resolve(undefined);
    });
    socket.connect(9, nowhere[family], () => {
      const { address } = socket.address();
      socket.close();
      resolve(address);
    });
  });
}

function firstOutwardAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

/**
 * Turns the configuration into addresses to listen on.
 * @param listen one or more addresses, separated by commas
 * @param announced what browsers are told instead, in the same order; where it is missing, the address
 *   itself is told. For "every address" (0.0.0.0, ::) that cannot be: the guess is listened on instead,
 *   and loopback for a browser on this machine, which must go on working when the network changes.
 */
export async function listenAddresses(listen: string, announced = ''): Promise<ListenAddress[]> {
  const told = announced.split(',').map((address) => address.trim());
  const addresses = await Promise.all(
    listen.split(',').map((ip, index) => listenAddress(ip.trim(), told[index])),
  );
  return addresses.flat();
}

async function listenAddress(ip: string, announced: string | undefined): Promise<ListenAddress[]> {
  if (announced) return [{ ip, announcedAddress: announced }];
  if (ip === '0.0.0.0') return unique([await guessAnnouncedAddress(), '127.0.0.1']);
  if (ip === '::') return unique([(await sourceAddress(6)) ?? '::1', '::1']);
  return [{ ip }];
}

function unique(ips: string[]): ListenAddress[] {
  return [...new Set(ips)].map((ip) => ({ ip }));
}

/**
 * UDP and TCP on one port for every address, UDP first as browsers should prefer it.
 * @param port 0 takes any free port.
 */
export function listenInfos(addresses: ListenAddress[], port: number): types.TransportListenInfo[] {
  return (['udp', 'tcp'] as const).flatMap((protocol) =>
    addresses.map(({ ip, announcedAddress }) => ({
      protocol,
      ip,
      ...(announcedAddress === undefined ? {} : { announcedAddress }),
      ...(port === 0 ? {} : { port }),
      // Else '::' also takes the IPv4 port, and a listener on 0.0.0.0 finds it in use.
      ...(ip.includes(':') ? { flags: { ipv6Only: true } } : {}),
    })),
  );
}
