import { element, float, openElement, sizeOf, text, unsigned } from './ebml.ts';

/** The one track of a file. */
export type Track =
  { kind: 'picture'; width: number; height: number } | { kind: 'sound'; channels: number };

/** A piece of sound or a picture, at a time in milliseconds. */
export interface Block {
  at: number;
  data: Buffer;
  /** Whether decoding can begin here. */
  key: boolean;
}

const program = 'Nghi Truong';
const trackNumber = 1;
const opusRate = 48_000;
/** A block's time is a signed 16-bit number beside that of its cluster. */
export const longestCluster = 32_767;

/**
 * What a file begins with. Its end is open, so that a file that breaks off is as good as a whole one up to there.
 * Times are in milliseconds.
 */
export function matroskaHead(track: Track): Buffer {
  const ebml = element(
    '1a45dfa3',
    element('4282', text('matroska')),
    element('4287', unsigned(4)),
    element('4285', unsigned(2)),
  );
  const info = element(
    '1549a966',
    element('2ad7b1', unsigned(1_000_000)),
    element('4d80', text(program)),
    element('5741', text(program)),
  );
  return Buffer.concat([ebml, openElement('18538067'), info, element('1654ae6b', entryOf(track))]);
}

/** Blocks in the order of time, within `longestCluster` of the first. */
export function matroskaCluster(blocks: readonly Block[]): Buffer {
  const start = blocks[0]?.at ?? 0;
  return element(
    '1f43b675',
    element('e7', unsigned(start)),
    ...blocks.map((block) => simpleBlock(block, start)),
  );
}

function simpleBlock({ at, data, key }: Block, start: number): Buffer {
  const head = Buffer.alloc(3);
  head.writeInt16BE(at - start);
  head[2] = key ? 0x80 : 0;
  return element('a3', sizeOf(trackNumber), head, data);
}

function entryOf(track: Track): Buffer {
  const common = [
    element('d7', unsigned(trackNumber)),
    element('73c5', unsigned(trackNumber)),
    // No lacing: one block, one frame.
    element('9c', unsigned(0)),
  ];
  return element('ae', ...common, ...(track.kind === 'picture' ? picture(track) : sound(track)));
}

const picture = ({ width, height }: Track & { kind: 'picture' }): Buffer[] => [
  element('83', unsigned(1)),
  element('86', text('V_VP8')),
  element('e0', element('b0', unsigned(width)), element('ba', unsigned(height))),
];

const sound = ({ channels }: Track & { kind: 'sound' }): Buffer[] => [
  element('83', unsigned(2)),
  element('86', text('A_OPUS')),
  element('63a2', opusHead(channels)),
  element('e1', element('b5', float(opusRate)), element('9f', unsigned(channels))),
];

/** RFC 7845, section 5.1: version 1, nothing to skip, no gain, the channels as they are. */
function opusHead(channels: number): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 'latin1');
  head[8] = 1;
  head[9] = channels;
  head.writeUInt32LE(opusRate, 12);
  return head;
}
