import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIP } from 'node:net';
import { expect, test } from 'vitest';
import { guessAnnouncedAddress, listenAddresses, listenInfos } from './addresses.ts';

test('the guessed address is one of this machine', async () => {
  const address = await guessAnnouncedAddress();
  expect(isIP(address)).toBe(4);
  const socket = createSocket('udp4').bind(0, address);
  await once(socket, 'listening');
  socket.close();
});

test('listening everywhere always includes loopback, for a browser on the same machine', async () => {
  expect(await listenAddresses('0.0.0.0')).toContainEqual({ ip: '127.0.0.1' });
  expect(await listenAddresses('::')).toContainEqual({ ip: '::1' });
});

test('what is announced belongs to the address in the same place', async () => {
  expect(await listenAddresses('10.0.0.5')).toEqual([{ ip: '10.0.0.5' }]);
  expect(await listenAddresses('0.0.0.0, ::', '192.0.2.7, 2001:db8::7')).toEqual([
    { ip: '0.0.0.0', announcedAddress: '192.0.2.7' },
    { ip: '::', announcedAddress: '2001:db8::7' },
  ]);
});

test('UDP comes before TCP, both on one port, and IPv6 leaves IPv4 its port', () => {
  const announced = { ip: '0.0.0.0', announcedAddress: '192.0.2.7' };
  expect(listenInfos([announced, { ip: '::' }], 44_000)).toEqual([
    { protocol: 'udp', ...announced, port: 44_000 },
    { protocol: 'udp', ip: '::', port: 44_000, flags: { ipv6Only: true } },
    { protocol: 'tcp', ...announced, port: 44_000 },
    { protocol: 'tcp', ip: '::', port: 44_000, flags: { ipv6Only: true } },
  ]);
});
