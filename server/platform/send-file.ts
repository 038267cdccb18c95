import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { AppError } from '../../models/errors.ts';

/** A file to be handed out. */
export type SentFile = StoredFile | MadeFile;

interface StoredFile extends Described {
  path: string;
}

/** Made while it is sent, so always from its beginning. */
interface MadeFile extends Described {
  bytes: number;
  open(): Readable;
}

interface Described {
  /** Its media type. */
  type: string;
  /** What it is to be called where it is saved. */
  name: string;
}

export interface Range {
  /** Of the first and the last byte. */
  start: number;
  end: number;
}

/**
 * Reads a Range header (RFC 9110, section 14): one range in bytes. Anything else means the whole file.
 * @returns null for the whole file, `unsatisfiable` when it lies behind the end
 */
export function readRange(
  header: string | undefined,
  size: number,
): Range | null | 'unsatisfiable' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const start = Math.max(0, size - Number(last));
    return Number(last) === 0 || size === 0 ? 'unsatisfiable' : { start, end: size - 1 };
  }
  const range = { start: Number(first), end: last === '' ? size - 1 : Number(last) };
  if (range.end < range.start) return range.start >= size ? 'unsatisfiable' : null;
  if (range.start >= size) return 'unsatisfiable';
  return { start: range.start, end: Math.min(range.end, size - 1) };
}

/** For saving: in ASCII for what is old, and as it is (RFC 6266). */
export function disposition(name: string): string {
  const letters = name.normalize('NFD').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  const ascii = letters.replaceAll(/\p{M}/gu, '').replaceAll(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, escape);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

const escape = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** Answers with a file or the part of it that was asked for. @throws AppError `not_found` */
export async function sendFile(
  reply: FastifyReply,
  file: SentFile,
  asked: string | undefined,
): Promise<FastifyReply> {
  const describe = () =>
    reply.header('content-disposition', disposition(file.name)).type(file.type);
  if ('open' in file) return describe().header('content-length', file.bytes).send(file.open());
  const { path } = file;
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new AppError('not_found');
  const { size } = found;
  const range = readRange(asked, size);
  describe().header('accept-ranges', 'bytes');
  if (range === 'unsatisfiable')
    return reply.code(416).header('content-range', `bytes */${size}`).send();
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range !== null) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
  reply.header('content-length', end - start + 1);
  return reply.send(createReadStream(path, { start, end }));
}
