/** What matters of an RTP packet (RFC 3550). */
export interface RtpPacket {
  /** 16 bits, goes round. */
  sequence: number;
  /** 32 bits, goes round; in units of the codec's clock. */
  timestamp: number;
  /** For pictures: the last packet of one. */
  marker: boolean;
  /** Without padding; empty for packets that only test the line. */
  payload: Buffer;
}

const fixedHead = 12;

/** @returns null when it is no RTP packet */
export function readRtp(packet: Buffer): RtpPacket | null {
  if (packet.length < fixedHead || packet.readUInt8(0) >> 6 !== 2) return null;
  const flags = packet.readUInt8(0);
  let start = fixedHead + (flags & 0x0f) * 4;
  if ((flags & 0x10) !== 0) {
    if (packet.length < start + 4) return null;
    start += 4 + packet.readUInt16BE(start + 2) * 4;
  }
  const padding = (flags & 0x20) === 0 ? 0 : packet.readUInt8(packet.length - 1);
  const end = packet.length - padding;
  if (end < start) return null;
  return {
    sequence: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    marker: (packet.readUInt8(1) & 0x80) !== 0,
    payload: packet.subarray(start, end),
  };
}
