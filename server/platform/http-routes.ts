import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
  RouteOptions,
} from 'fastify';
import { z } from 'zod';
import { ErrorBody } from '../../models/contracts/event.ts';
import type { FileRoute, Route } from '../../models/contracts/route.ts';
import { Id } from '../../models/ids.ts';
import { bearerIn, createBearerGate } from './bearer.ts';
import { type Caller, type Identity, type MeetingRoleOf, admit } from './caller.ts';
import type { Clock } from './clock.ts';
import { type SessionCookies, readCookies, sessionCookies } from './cookies.ts';
import { fingerprintOf } from './idempotency.ts';
import { parseInput } from './refusals.ts';
import { type SentFile, sendFile } from './send-file.ts';
import { receiveUpload } from './uploads.ts';

export type { SentFile } from './send-file.ts';

/** What a route's handler gets beside its input. */
export interface Exchange {
  cookies: SessionCookies;
  /** Of the client, as a trusted proxy reports it; for rate limits only, never logged. */
  address: string;
}

export interface RouteInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params: z.infer<P>;
  query: z.infer<Q>;
  body: z.infer<B>;
}

/** Registers the routes of the contracts: authorise, parse, act. */
export interface Routes {
  serve<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    route: Route<P, Q, B, R>,
    handler: (
      caller: Caller,
      input: RouteInput<P, Q, B>,
      exchange: Exchange,
    ) => Promise<z.infer<R>>,
  ): void;
  /**
   * A file, whole or the range that is asked for, behind the same gate.
   * @param find gives the file; `isBegin` is false for a further piece of what was begun before
   */
  serveFile<P extends z.ZodType>(
    route: FileRoute<P>,
    find: (caller: Caller, params: z.infer<P>, isBegin: boolean) => Promise<SentFile>,
  ): void;
}

export interface RouteGuards {
  /** Who the cookies belong to; nobody when they are unknown or have expired. */
  identify(tokens: { person?: string; device?: string }): Promise<Identity>;
  /** The system whose token this is; nobody when it is unknown or has ended. */
  identifySystem(token: string): Promise<Identity>;
  meetingRoleOf: MeetingRoleOf;
  clock: Clock;
  secureCookies: boolean;
}

export function createRoutes(app: FastifyInstance, guards: RouteGuards): Routes {
  const letIn = createGate(guards);
  return {
    serve(route, handler) {
      const letInOnce = remembering((request) => letIn(route, request));
      const { upload } = route;
      const declaration: RouteOptions = {
        method: route.method,
        url: route.path,
        schema: describe(route),
        config: { ...(upload && { upload }) },
        // What a stranger sends is not even received.
        ...(upload && { onRequest: async (request) => void (await letInOnce(request)) }),
        handler: async (request, reply) => {
          const visitor = await letInOnce(request);
          const input = {
            params: parseInput(route.params, request.params),
            query: parseInput(route.query, request.query),
            body: parseInput(route.body, request.body),
          };
          const caller = callerOf(route, input, request, visitor, guards.clock);
          const answer = await handler(caller, input, exchangeOf(request, reply, guards));
          return route.response.parse(answer);
        },
      };
      if (upload === undefined) app.route(declaration);
      else receiveUpload(app, declaration, upload);
    },
    serveFile(route, find) {
      app.get(route.path, {
        schema: { summary: route.summary, description: `Who: ${route.who.join(', ')}` },
        handler: async (request, reply) => {
          const visitor = await letIn(route, request);
          const params = parseInput(route.params, request.params);
          const input = { params, query: undefined, body: undefined };
          const caller = callerOf(route, input, request, visitor, guards.clock);
          const { range } = request.headers;
          const isBegin = range === undefined || range.startsWith('bytes=0-');
          const isAsked = request.method === 'GET';
          const file = await find(caller, params, isBegin && isAsked);
          return sendFile(reply, file, range);
        },
      });
    },
  };
}

type Visitor = Identity & Pick<Caller, 'meetingRole'>;

/** Before anything else is looked at: to strangers a door says nothing about what lies behind it. */
function createGate({ identify, identifySystem, meetingRoleOf }: RouteGuards) {
  const byToken = createBearerGate(identifySystem);
  return async (route: Route, request: FastifyRequest): Promise<Visitor> => {
    const token = bearerIn(request.headers);
    const identity =
      token === null
        ? await identify(readCookies(request.cookies))
        : await byToken(token, request.ip);
    const meetingId = meetingIdIn(request.params);
    return { ...identity, meetingRole: await admit(route, identity, meetingId, meetingRoleOf) };
  };
}

/** Asked before the body comes and when it has come: the second time the answer is at hand. */
function remembering(letIn: (request: FastifyRequest) => Promise<Visitor>) {
  const visitors = new WeakMap<FastifyRequest, Visitor>();
  return async (request: FastifyRequest): Promise<Visitor> => {
    const visitor = visitors.get(request) ?? (await letIn(request));
    visitors.set(request, visitor);
    return visitor;
  };
}

function callerOf(
  route: Route,
  input: { params: unknown; query: unknown; body: unknown },
  request: FastifyRequest,
  visitor: Visitor,
  clock: Clock,
): Caller {
  const requestId = retryIdOf(request);
  const callerId = visitor.person?.personId ?? visitor.device?.deviceId ?? 'nobody';
  const once = {
    callerId,
    requestId,
    at: clock.now(),
    // Only writes ask for it.
    get fingerprint() {
      return fingerprintOf(`${route.method} ${route.path}`, input);
    },
  };
  return { ...visitor, requestId, once };
}

/** The client names its request, so that it can be sent again; without a name every request is a new one. */
function retryIdOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  return key === undefined ? request.id : parseInput(Id, key);
}

const MeetingParams = z.object({ meetingId: Id });
const meetingIdIn = (params: unknown): Id | undefined =>
  MeetingParams.safeParse(params).data?.meetingId;

function exchangeOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { secureCookies }: RouteGuards,
): Exchange {
  return { cookies: sessionCookies(reply, secureCookies), address: request.ip };
}

function describe(route: Route): FastifySchema {
  const { params, query, response } = route;
  // An upload describes itself.
  const body = route.upload === undefined ? route.body : undefined;
  return {
    summary: route.summary,
    description: `Who: ${route.who.join(', ')}`,
    security: securityOf(route.who),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    response: { 200: response, '4xx': ErrorBody, '5xx': ErrorBody },
  };
}

/** Each kind of caller brings one thing to be known by; any of them will do. */
function securityOf(who: Route['who']): Record<string, string[]>[] {
  const schemes = new Set(who.map(schemeOf));
  if (schemes.has(null)) return [];
  return [...schemes].flatMap((scheme) => (scheme === null ? [] : [{ [scheme]: [] }]));
}

function schemeOf(kind: Route['who'][number]): 'token' | 'device' | 'person' | null {
  if (kind === 'anyone') return null;
  if (kind === 'system' || kind.startsWith('system:')) return 'token';
  return kind === 'kiosk' || kind === 'screen' || kind === 'room' ? 'device' : 'person';
}
