import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type Socket, Server } from 'socket.io';
import * as parser from 'socket.io-parser';
import type { z } from 'zod';
import {
  type Action,
  type Answer,
  Envelope,
  type NoticeKind,
} from '../../models/contracts/event.ts';
import { AppError } from '../../models/errors.ts';
import { Id, newId } from '../../models/ids.ts';
import { type Caller, type Identity, type MeetingRoleOf, admit, isStaff } from './caller.ts';
import type { Clock } from './clock.ts';
import { readCookies } from './cookies.ts';
import { fingerprintOf } from './idempotency.ts';
import type { Logger } from './logger.ts';
import type { Publisher } from './publisher.ts';
import { parseInput, refusalOf } from './refusals.ts';
import { isSameOrigin } from './same-origin.ts';

/** One browser tab's connection, as handlers see it. */
export interface Connection {
  id: string;
  /** Notices of the meeting arrive here from now on; with `runs` also those for who runs it. */
  follow(meetingId: Id, as?: { runs: boolean }): Promise<void>;
  unfollow(meetingId: Id): Promise<void>;
  send<D extends z.ZodType>(kind: NoticeKind<D>, data: z.infer<D>): void;
  /** Runs once when the connection is gone: `ended` by one side on purpose, or `broke`, and may come back as another. */
  onClose(run: (how: 'ended' | 'broke') => void): void;
}

export interface Sockets extends Publisher {
  /** Registers an action of the contracts: authorise, parse, act, acknowledge. */
  handle<Q extends z.ZodType, A extends z.ZodType>(
    action: Action<Q, A>,
    handler: (caller: Caller, data: z.infer<Q>, connection: Connection) => Promise<z.infer<A>>,
  ): void;
  connections(): number;
  /** Whether any browser of the person follows the meeting now. */
  follows(personId: Id, meetingId: Id): boolean;
  /** Takes no more actions, lets the running ones answer, then ends every connection. */
  close(): Promise<void>;
}

export interface SocketGuards {
  identify(tokens: { person?: string; device?: string }): Promise<Identity>;
  meetingRoleOf: MeetingRoleOf;
  parseCookies(header: string): Record<string, string | undefined>;
  clock: Clock;
  logger: Logger;
  publicUrl: string | undefined;
}

/** Far above what a person or a kiosk does; a runaway page is slowed, nobody else is. */
const actionsPerSecond = 60;
const largestMessage = 3_000_000;
/** Pictures in one message; a turn of the head takes twenty, and the parser's own limit of ten would end the line. */
const mostAttachments = 24;

class RoomyDecoder extends parser.Decoder {
  constructor() {
    super({ maxAttachments: mostAttachments });
  }
}

const staffRoom = 'staff';
const roomOf = {
  meeting: (id: Id) => `meeting:${id}`,
  runners: (id: Id) => `runners:${id}`,
  person: (id: Id) => `person:${id}`,
  session: (id: Id) => `session:${id}`,
};

/** Why a connection was lost, as socket.io says, when nobody wants it back. */
const onPurpose: ReadonlySet<string> = new Set([
  'server namespace disconnect',
  'client namespace disconnect',
  'server shutting down',
]);

type Handler = (socket: Socket, envelope: unknown) => Promise<Answer>;

/** What one server's connections share. */
interface Hub {
  handlers: Map<string, Handler>;
  limiter: RateLimiterMemory;
  running: Set<Promise<unknown>>;
  closing: boolean;
  guards: SocketGuards;
}

export function createSockets(server: HttpServer, guards: SocketGuards): Sockets {
  const io = new Server(server, {
    serveClient: false,
    maxHttpBufferSize: largestMessage,
    parser: { Encoder: parser.Encoder, Decoder: RoomyDecoder },
    pingInterval: 10_000,
    pingTimeout: 10_000,
    allowRequest: (request, decide) =>
      decide(null, isSameOrigin(request.headers, request.headers.host, guards.publicUrl)),
  });
  const hub: Hub = {
    handlers: new Map(),
    limiter: new RateLimiterMemory({ points: actionsPerSecond, duration: 1 }),
    running: new Set(),
    closing: false,
    guards,
  };
  io.on('connection', (socket) => {
    welcome(socket, hub).catch((error: unknown) => {
      guards.logger.error({ err: error }, 'a connection was not welcomed');
      socket.disconnect(true);
    });
  });

  return {
    handle(action, handler) {
      hub.handlers.set(action.name, async (socket, message) => {
        const { requestId, data: raw } = parseInput(Envelope, message);
        const visitor = await letIn(action, raw, socket, guards);
        const data = parseInput(action.request, raw);
        const caller = callerOf(action, data, requestId, visitor, guards.clock);
        const answer = await handler(caller, data, connectionOf(socket));
        return { ok: true, data: action.response.parse(answer) };
      });
    },
    toMeeting: (id, kind, data) =>
      void io.to(roomOf.meeting(id)).emit(kind.name, kind.data.parse(data)),
    audience: (id) => io.sockets.adapter.rooms.get(roomOf.meeting(id))?.size ?? 0,
    toPerson: (id, kind, data) =>
      void io.to(roomOf.person(id)).emit(kind.name, kind.data.parse(data)),
    toRunners: (id, kind, data) =>
      void io.to([staffRoom, roomOf.runners(id)]).emit(kind.name, kind.data.parse(data)),
    toStaff: (kind, data) => void io.to(staffRoom).emit(kind.name, kind.data.parse(data)),
    removeFromMeeting: (person, meeting) =>
      io.in(roomOf.person(person)).socketsLeave([roomOf.meeting(meeting), roomOf.runners(meeting)]),
    endSessions(ids) {
      // No room at all would mean every connection.
      if (ids.length > 0) io.in(ids.map(roomOf.session)).disconnectSockets(true);
    },
    connections: () => io.engine.clientsCount,
    follows(personId, meetingId) {
      const { rooms } = io.sockets.adapter;
      const followers = rooms.get(roomOf.meeting(meetingId));
      const own = [...(rooms.get(roomOf.person(personId)) ?? [])];
      return own.some((socketId) => followers?.has(socketId));
    },
    close: async () => {
      hub.closing = true;
      await Promise.allSettled(hub.running);
      io.disconnectSockets(true);
      await io.close();
    },
  };
}

async function welcome(socket: Socket, hub: Hub) {
  socket.onAny(async (name: string, ...args: unknown[]) => {
    const reply = args.at(-1);
    if (typeof reply !== 'function') return;
    const answer = respond(socket, name, args[0], hub);
    hub.running.add(answer);
    reply(await answer);
    hub.running.delete(answer);
  });
  const { person, device } = await hub.guards.identify(tokensOf(socket, hub.guards));
  if (person === null && device === null) return;
  if (person !== null)
    await socket.join([
      roomOf.person(person.personId),
      roomOf.session(person.sessionId),
      ...(isStaff({ person, device }) ? [staffRoom] : []),
    ]);
  if (device !== null) await socket.join(roomOf.session(device.sessionId));
}

async function respond(
  socket: Socket,
  name: string,
  message: unknown,
  { handlers, limiter, closing, guards }: Hub,
): Promise<Answer> {
  try {
    if (closing) throw new AppError('unavailable');
    const handler = handlers.get(name);
    if (handler === undefined) throw new AppError('method_not_found');
    await limiter.consume(socket.id).catch(() => {
      throw new AppError('too_many_requests');
    });
    return await handler(socket, message);
  } catch (error) {
    const named = Envelope.safeParse(message);
    return { ok: false, error: refusalOf(error, named.data?.requestId ?? newId(), guards.logger) };
  }
}

type Visitor = Identity & Pick<Caller, 'meetingRole'>;

async function letIn(
  action: Action,
  raw: unknown,
  socket: Socket,
  guards: SocketGuards,
): Promise<Visitor> {
  // Asked anew for each action, so that a session that was ended can do nothing more.
  const identity = await guards.identify(tokensOf(socket, guards));
  const meetingRole = await admit(action, identity, meetingIdIn(raw), guards.meetingRoleOf);
  return { ...identity, meetingRole };
}

function callerOf(
  action: Action,
  data: unknown,
  requestId: Id,
  visitor: Visitor,
  clock: Clock,
): Caller {
  const callerId = visitor.person?.personId ?? visitor.device?.deviceId ?? 'nobody';
  const once = {
    callerId,
    requestId,
    at: clock.now(),
    // Only writes ask for it, and requests with pictures are large.
    get fingerprint() {
      return fingerprintOf(action.name, data);
    },
  };
  return { ...visitor, requestId, once };
}

function tokensOf(socket: Socket, { parseCookies }: SocketGuards) {
  const headers: IncomingHttpHeaders = socket.handshake.headers;
  return readCookies(parseCookies(headers.cookie ?? ''));
}

function meetingIdIn(data: unknown): Id | undefined {
  if (typeof data !== 'object' || data === null || !('meetingId' in data)) return undefined;
  return Id.safeParse(data.meetingId).data;
}

function connectionOf(socket: Socket): Connection {
  return {
    id: socket.id,
    follow: async (meetingId, as) =>
      void (await socket.join([
        roomOf.meeting(meetingId),
        ...(as?.runs ? [roomOf.runners(meetingId)] : []),
      ])),
    unfollow: async (meetingId) => {
      await socket.leave(roomOf.meeting(meetingId));
      await socket.leave(roomOf.runners(meetingId));
    },
    send: (kind, data) => void socket.emit(kind.name, kind.data.parse(data)),
    onClose: (run) =>
      void socket.once('disconnect', (reason) => run(onPurpose.has(reason) ? 'ended' : 'broke')),
  };
}
