import { createSocket } from 'node:dgram';
import { once } from 'node:events';

// Receives on many ports and counts; a process of its own, so that its work is not measured with the servers'.

/** Asked for; the system may give less. */
const recvBufferSize = 4 * 2 ** 20;

export type ReceivingOrder =
  | { open: number }
  /** Count from now on, of each port's packets those with this SSRC. */
  | { count: number[] }
  | { report: true };

/** Ports that were opened; nothing; or how many packets came to each port. */
export type ReceivingAnswer = number[];

let expected: number[] = [];
let counts: number[] = [];

async function open(index: number): Promise<number> {
  const socket = createSocket({ type: 'udp4', recvBufferSize });
  socket.on('message', (packet) => {
    // RTCP has its SSRC four bytes earlier, and would not pass.
    if (packet.readUInt32BE(8) === expected[index]) counts[index] = (counts[index] ?? 0) + 1;
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket.address().port;
}

async function obey(order: ReceivingOrder): Promise<ReceivingAnswer> {
  if ('open' in order) return Promise.all(Array.from({ length: order.open }, (_, at) => open(at)));
  if ('report' in order) return counts;
  expected = order.count;
  counts = expected.map(() => 0);
  return [];
}

process.on('message', (order: ReceivingOrder) => {
  void obey(order).then((answer) => process.send?.(answer));
});
process.once('disconnect', () => process.exit());
