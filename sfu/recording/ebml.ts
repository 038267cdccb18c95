/** Writing EBML, the binary form of Matroska (RFC 8794): an element is its id, the size of its content, the content. */

/** @param id as the specification prints it, with its length marker; an even number of hexadecimal digits */
export function element(id: string, ...content: readonly Uint8Array[]): Buffer {
  const size = content.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from(id, 'hex'), sizeOf(size), ...content]);
}

/** The head of an element whose end is not known yet: it lasts until the file does. */
export const openElement = (id: string): Buffer =>
  Buffer.concat([Buffer.from(id, 'hex'), Buffer.from('01ffffffffffffff', 'hex')]);

/** In as few bytes as it takes; at least one. */
export function unsigned(value: number): Buffer {
  const digits = value.toString(16);
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
}

export const text = (value: string): Buffer => Buffer.from(value, 'utf8');

export function float(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

/** A number with its own length in the leading bits; content of all ones would mean an unknown size. */
export function sizeOf(value: number): Buffer {
  let length = 1;
  while (value >= 2 ** (7 * length) - 1) length += 1;
  const bytes = Buffer.alloc(length);
  let rest = value;
  for (let at = length - 1; at >= 0; at -= 1) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[0] = (bytes[0] ?? 0) | (0x80 >> (length - 1));
  return bytes;
}
