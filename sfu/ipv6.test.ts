import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { listenAddresses } from './addresses.ts';
import { createMediaNode } from './in-process-node.ts';
import { UdpPath, askOverTcp, attributes, stun, stunRequest } from './testing/stun.ts';

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

/** A check of the path as a browser begins with, which only the transport itself can answer. */
function pathCheck({ usernameFragment, password }: { usernameFragment: string; password: string }) {
  const priority = Buffer.alloc(4);
  priority.writeUInt32BE(0x7e00_00ff);
  return stunRequest(
    stun.bindingRequest,
    [
      [attributes.username, Buffer.from(`${usernameFragment}:test`)],
      [attributes.priority, priority],
      [attributes.iceControlling, Buffer.alloc(8, 1)],
      [attributes.useCandidate, Buffer.alloc(0)],
    ],
    password,
  );
}

/** Without the loopback of IPv6 there is nothing to listen on. */
test.runIf(hasIpv6)(
  'media is reached over IPv6 beside IPv4, by UDP and TCP on one port',
  async () => {
    const listen = await listenAddresses('127.0.0.1, ::1');
    const node = await createMediaNode({ workers: 1, firstPort: 0, listen });
    try {
      const ref = { roomId: 'r', peerId: 'an' };
      await node.join(ref);
      const transport = await node.createTransport(ref, { direction: 'send' });
      const { iceCandidates, iceParameters } = transport;
      expect(iceCandidates.map(({ protocol, ip }) => `${protocol} ${ip}`).toSorted()).toEqual([
        'tcp 127.0.0.1',
        'tcp ::1',
        'udp 127.0.0.1',
        'udp ::1',
      ]);
      for (const { protocol, ip, port } of iceCandidates) {
        const check = pathCheck(iceParameters);
        if (protocol === 'tcp')
          expect(await askOverTcp(check, { ip, port })).toMatchObject({ granted: true });
        else {
          const path = new UdpPath({ ip, port });
          expect(await path.ask(check)).toMatchObject({ granted: true });
          path.close();
        }
      }
    } finally {
      await node.close();
    }
  },
);
