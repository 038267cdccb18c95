import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import swagger, { type SwaggerTransform } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { AppError } from '../../models/errors.ts';
import { newId } from '../../models/ids.ts';
import { bearerIn } from './bearer.ts';
import { compressAnswers } from './compress.ts';
import type { Config } from './config.ts';
import { securityHeaders } from './headers.ts';
import type { Logger } from './logger.ts';
import { refusalOf } from './refusals.ts';
import { isSameOrigin } from './same-origin.ts';
import type { TlsMaterial } from './tls.ts';
import { uploadContent } from './uploads.ts';

interface HttpAppOptions {
  config: Config;
  logger: Logger;
  tls: TlsMaterial | null;
  version: string;
}

/** The HTTP server without any route of the product: headers, cookies, refusals, API description. */
export async function createHttpApp(options: HttpAppOptions): Promise<FastifyInstance> {
  const { config, logger, tls, version } = options;
  const app = Fastify(serverOptions(config, logger, tls));
  refuseWellFormed(app, logger);
  refuseCrossSite(app, config);
  compressAnswers(app);
  endConnections(app);
  await app.register(cookie);
  await app.register(helmet, securityHeaders(tls !== null));
  await describeApi(app, version);
  return app;
}

function serverOptions(config: Config, logger: Logger, tls: TlsMaterial | null) {
  const options: FastifyServerOptions = {
    loggerInstance: logger.child({ part: 'http' }),
    // Fastify's own lines quote addresses and URLs; `http-metrics` counts instead.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    trustProxy: trustOf(config.trustProxy),
    bodyLimit: 2_000_000,
    forceCloseConnections: 'idle',
  };
  return tls === null ? options : { ...options, https: { ...tls, minVersion: 'TLSv1.2' as const } };
}

/** At the end, fastify ends connections that are idle then; one that was busy would hold it up for over a minute. */
function endConnections(app: FastifyInstance) {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onResponse', async () => {
    // Idle only once Node has done what it does after an answer.
    if (isClosing) setImmediate(() => app.server.closeIdleConnections());
  });
}

function trustOf(setting: Config['trustProxy']): NonNullable<FastifyServerOptions['trustProxy']> {
  return typeof setting === 'number' ? (_address, hop) => hop < setting : setting;
}

function refuseWellFormed(app: FastifyInstance, logger: Logger) {
  // Contracts parse their own input (see http-routes); fastify's schemas only describe it.
  app.setValidatorCompiler(() => (data) => ({ value: data }));
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler(async (error, request, reply) => {
    const body = refusalOf(fromFastify(error), request.id, logger);
    const wait = body.details?.retryAfterSeconds;
    if (wait !== undefined) reply.header('retry-after', String(wait));
    if (body.status === 401) reply.header('www-authenticate', 'Bearer');
    return reply.code(body.status).send(body);
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}

/** Fastify refuses broken JSON and large bodies by itself, in its own words. */
function fromFastify(error: unknown): unknown {
  if (!(error instanceof Error) || !('statusCode' in error)) return error;
  if (error.statusCode === 413) return new AppError('too_large');
  if (error.statusCode === 400 || error.statusCode === 415) return new AppError('invalid_input');
  return error;
}

/** With SameSite cookies, the second lock against requests that another site makes in a person's name. */
function refuseCrossSite(app: FastifyInstance, config: Config) {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    // With a token the cookies are not looked at, and no other site can make a browser send one.
    if (bearerIn(request.headers) !== null) return;
    if (!isSameOrigin(request.headers, request.host, config.publicUrl))
      throw new AppError('cross_site');
  });
}

async function describeApi(app: FastifyInstance, version: string) {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Nghị Trường', version }, components },
    transform: describeRoute,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
}

const components = {
  securitySchemes: {
    token: {
      type: 'http',
      scheme: 'bearer',
      description: 'Made by an administrator under Devices',
    },
    person: { type: 'apiKey', in: 'cookie', name: 'nt_session' },
    device: { type: 'apiKey', in: 'cookie', name: 'nt_device' },
  },
} as const;

/** Pictures are no JSON, so that their schema is not made from zod. */
const describeRoute: SwaggerTransform = (document) => {
  const { schema, url } = jsonSchemaTransform(document);
  const { upload } = document.route.config ?? {};
  return upload === undefined
    ? { schema, url }
    : { url, schema: { ...schema, body: { content: uploadContent(upload) } } };
};

/** Where a server that listens is found from this machine. */
export function localUrl(http: FastifyInstance, secure: boolean): string {
  const { address, port } = http.server.address() as AddressInfo;
  const anywhere = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(address);
  const host = anywhere ? 'localhost' : address.includes(':') ? `[${address}]` : address;
  return `${secure ? 'https' : 'http'}://${host}:${port}`;
}
