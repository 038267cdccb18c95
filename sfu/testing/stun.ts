import { createHash, createHmac, randomBytes } from 'node:crypto';
import { type Socket, createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { crc32 } from 'node:zlib';

/** As much of STUN (RFC 8489) and TURN (RFC 8656) as a test of reachability needs. */

const magicCookie = 0x2112a442;
const fingerprintMask = 0x5354554e;
export const stun = { bindingRequest: 0x0001, allocateRequest: 0x0003 } as const;
export const attributes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedTransport: 0x0019,
  useCandidate: 0x0025,
  priority: 0x0024,
  fingerprint: 0x8028,
  iceControlling: 0x802a,
} as const;

export type Attribute = [type: number, value: Buffer];

function attribute([type, value]: Attribute): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

/** A request with a fingerprint, signed when there is a key. */
export function stunRequest(type: number, list: Attribute[], key?: Buffer | string): Buffer {
  const head = Buffer.alloc(20);
  head.writeUInt16BE(type, 0);
  head.writeUInt32BE(magicCookie, 4);
  randomBytes(12).copy(head, 8);
  const message = Buffer.concat([head, ...list.map(attribute)]);
  const signed = key === undefined ? message : sign(message, key);
  return addTo(signed, 8, (bytes) => {
    const value = Buffer.alloc(4);
    value.writeUInt32BE((crc32(bytes) ^ fingerprintMask) >>> 0);
    return [attributes.fingerprint, value];
  });
}

const sign = (message: Buffer, key: Buffer | string): Buffer =>
  addTo(message, 24, (bytes) => [
    attributes.messageIntegrity,
    createHmac('sha1', key).update(bytes).digest(),
  ]);

/** What covers a message covers its length with itself counted in. */
function addTo(message: Buffer, size: number, cover: (bytes: Buffer) => Attribute): Buffer {
  const bytes = Buffer.from(message);
  bytes.writeUInt16BE(message.length - 20 + size, 2);
  return Buffer.concat([bytes, attribute(cover(bytes))]);
}

export interface StunAnswer {
  /** Whether the request was granted. */
  granted: boolean;
  /** Why it was not, as a status in the manner of HTTP. */
  status: number | null;
  attributes: Map<number, Buffer>;
}

function parseAnswer(message: Buffer): StunAnswer {
  const found = new Map<number, Buffer>();
  for (let at = 20; at + 4 <= message.length;) {
    const length = message.readUInt16BE(at + 2);
    found.set(message.readUInt16BE(at), message.subarray(at + 4, at + 4 + length));
    at += 4 + Math.ceil(length / 4) * 4;
  }
  const error = found.get(attributes.errorCode);
  const status = error ? error.readUInt8(2) * 100 + error.readUInt8(3) : null;
  return { granted: (message.readUInt16BE(0) & 0x0110) === 0x0100, status, attributes: found };
}

/** The key of long-term credentials, which coturn's time-limited ones are. */
export const longTermKey = (username: string, realm: string, password: string): Buffer =>
  createHash('md5').update(`${username}:${realm}:${password}`).digest();

interface Peer {
  ip: string;
  port: number;
}

/** A path over UDP; a TURN server knows whom it talks to by it. */
export class UdpPath {
  readonly #socket: Socket;
  readonly #to: Peer;

  constructor(to: Peer) {
    this.#to = to;
    this.#socket = createSocket(to.ip.includes(':') ? 'udp6' : 'udp4');
  }

  /** Sends again until it is answered, as UDP may lose it and who answers may still be starting. */
  async ask(request: Buffer): Promise<StunAnswer> {
    const send = () => this.#socket.send(request, this.#to.port, this.#to.ip);
    const again = setInterval(send, 500);
    try {
      const answered = once(this.#socket, 'message');
      send();
      const [answer] = await answered;
      return parseAnswer(answer);
    } finally {
      clearInterval(again);
    }
  }

  close(): void {
    this.#socket.close();
  }
}

/** In the framing of ICE over TCP (RFC 4571). */
export async function askOverTcp(request: Buffer, { ip, port }: Peer): Promise<StunAnswer> {
  const socket = connect(port, ip);
  try {
    await once(socket, 'connect');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(request.length);
    socket.write(Buffer.concat([length, request]));
    const [answer] = await once(socket, 'data');
    return parseAnswer(answer.subarray(2));
  } finally {
    socket.destroy();
  }
}
