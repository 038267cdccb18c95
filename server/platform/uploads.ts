import { Busboy } from '@fastify/busboy';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Upload } from '../../models/contracts/route.ts';
import { AppError, type ErrorCode } from '../../models/errors.ts';

/** Of one picture, bytes; recognition refuses the same. */
const largestPicture = 6_000_000;
/** Of a whole body, bytes. */
const largestBody = 16_000_000;
/** Bodies that are held at once, so that many together cannot fill the memory. */
const heldAtOnce = 6;
/** Whoever sends slower than this gives the place back. */
const receivedWithinMs = 60_000;
/** A document may come over a slow line. */
const documentWithinMs = 180_000;
const documentType = 'application/octet-stream';

const mostParts = 8;

const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set where the body is no JSON. */
    upload?: Upload;
  }
}

/** How many bodies are held now. */
interface Held {
  count: number;
}
const picturesHeld = new WeakMap<FastifyInstance, Held>();
const documentsHeld = new WeakMap<FastifyInstance, Held>();

/** Adds a route whose body is what its contract says of it. Nothing is written to disk here. */
export function receiveUpload(app: FastifyInstance, route: RouteOptions, upload: Upload): void {
  if ('most' in upload) receivePictures(app, route);
  else receiveDocument(app, route, upload.document);
}

function heldIn(counts: WeakMap<FastifyInstance, Held>, app: FastifyInstance): Held {
  const held = counts.get(app) ?? { count: 0 };
  counts.set(app, held);
  return held;
}

/** One as it is, or several as multipart/form-data; what a picture is called is not looked at. */
function receivePictures(app: FastifyInstance, route: RouteOptions): void {
  const held = heldIn(picturesHeld, app);
  app.register(async (scope) => {
    takePictures(scope);
    limitHeld(scope, held, { busy: 'face_busy', withinMs: receivedWithinMs });
    scope.route(route);
  });
}

/** @param largest bytes */
function receiveDocument(app: FastifyInstance, route: RouteOptions, largest: number): void {
  const held = heldIn(documentsHeld, app);
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      documentType,
      { parseAs: 'buffer', bodyLimit: largest },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    scope.addContentTypeParser('*', async () => {
      throw new AppError('file_kind');
    });
    limitHeld(scope, held, { busy: 'unavailable', withinMs: documentWithinMs });
    scope.route(route);
  });
}

function takePictures(scope: FastifyInstance) {
  const parseAs = { parseAs: 'buffer', bodyLimit: largestBody } as const;
  const one = { ...parseAs, bodyLimit: largestPicture };
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    [...pictureTypes],
    one,
    async (_request: FastifyRequest, body: Buffer) => [body],
  );
  scope.addContentTypeParser(
    'multipart/form-data',
    parseAs,
    async (request: FastifyRequest, body: Buffer) => readParts(request, body),
  );
  scope.addContentTypeParser('*', async () => {
    throw new AppError('unsupported_media');
  });
}

/** A place is held from before the body is read until the answer is sent, or the sender is gone. */
function limitHeld(
  scope: FastifyInstance,
  held: Held,
  { busy, withinMs }: { busy: ErrorCode; withinMs: number },
) {
  scope.addHook('preParsing', async ({ raw }, reply) => {
    if (held.count >= heldAtOnce) throw new AppError(busy, { retryAfterSeconds: 1 });
    held.count += 1;
    const late = setTimeout(() => raw.destroy(), withinMs);
    raw.once('end', () => clearTimeout(late));
    reply.raw.once('close', () => {
      clearTimeout(late);
      held.count -= 1;
    });
    return undefined;
  });
}

/** @throws AppError `invalid_input` for what is no multipart, `face_image_too_large`, `too_large` for too many parts */
function readParts(request: FastifyRequest, body: Buffer): Promise<Buffer[]> {
  const { 'content-type': type = '' } = request.headers;
  return new Promise((resolve, reject) => {
    const pictures: Buffer[] = [];
    const broken = () => reject(new AppError('invalid_input', { fields: ['body'] }));
    const parser = multipartParser(type);
    if (parser === null) return broken();
    parser.on('file', (_field, file) => {
      const chunks: Buffer[] = [];
      file.on('data', (chunk: Buffer) => void chunks.push(chunk));
      file.on('limit', () => reject(new AppError('face_image_too_large')));
      file.on('end', () => void pictures.push(Buffer.concat(chunks)));
      file.on('error', broken);
    });
    for (const event of ['filesLimit', 'partsLimit'] as const)
      parser.on(event, () => reject(new AppError('too_large')));
    parser.on('error', broken);
    parser.on('finish', () => resolve(pictures));
    parser.end(body);
  });
}

/** @returns null where the header names no boundary */
function multipartParser(type: string) {
  const headers = { 'content-type': type };
  const limits = {
    fileSize: largestPicture,
    files: mostParts,
    parts: mostParts,
    headerPairs: 20,
  };
  try {
    return new Busboy({ headers, limits, isPartAFile: () => true });
  } catch {
    return null;
  }
}

/** How OpenAPI describes such a body. */
export function uploadContent(upload: Upload) {
  const binary = { type: 'string', format: 'binary' };
  if ('document' in upload) return { [documentType]: { schema: binary } };
  const { most } = upload;
  const several = {
    type: 'object',
    required: ['picture'],
    properties: {
      picture: {
        type: 'array',
        items: binary,
        minItems: 1,
        maxItems: most,
        description: `One part each; at most ${largestPicture / 1e6} MB a picture and ${largestBody / 1e6} MB together`,
      },
    },
  };
  const one = Object.fromEntries(pictureTypes.map((type) => [type, { schema: binary }]));
  return { 'multipart/form-data': { schema: several }, ...one };
}
