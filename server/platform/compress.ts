import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Bytes under which the answer fits into a packet or two anyway. */
const worthwhile = 1400;
const compressed = promisify(gzip);

/**
 * Sends large JSON answers compressed to who can read that. The list of a meeting with a thousand people is some hundred
 * kilobytes, which everyone reads when the hall comes in. What is compressed holds no secret that another site could guess by
 * the size: the API answers only to requests of its own pages.
 */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || Buffer.byteLength(payload) < worthwhile) return payload;
    const type = String(reply.getHeader('content-type') ?? '');
    if (!type.startsWith('application/json') || reply.hasHeader('content-encoding')) return payload;
    reply.header('vary', 'accept-encoding');
    if (!acceptsGzip(request.headers['accept-encoding'])) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    // In a thread of the pool. Most of the gain comes with the least effort.
    return compressed(payload, { level: 1 });
  });
}

/** RFC 9110, 12.5.3; `q=0` forbids it. */
const acceptsGzip = (header: string | string[] | undefined): boolean =>
  String(header ?? '')
    .split(',')
    .some((coding) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(coding));
