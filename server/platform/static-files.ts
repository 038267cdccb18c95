import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../../models/errors.ts';

/** Serves the built web app: hashed assets for ever, and the page itself for every address of the app. */
export async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  if (existsSync(folder))
    await app.register(fastifyStatic, {
      root: folder,
      // The build has laid smaller copies beside the files.
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) =>
        reply.setHeader(
          'cache-control',
          file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    });
  app.setNotFoundHandler(async (request, reply) => {
    const isPage =
      request.method === 'GET' && !/^\/(api|metrics|socket\.io|assets)\b/.test(request.url);
    if (!isPage || !existsSync(folder)) throw new AppError('method_not_found');
    return reply.sendFile('index.html');
  });
}
