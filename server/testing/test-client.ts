import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { type Socket, io } from 'socket.io-client';
import type { z } from 'zod';
import { Answer, type Action, ErrorBody, type NoticeKind } from '../../models/contracts/event.ts';
import { type Route, fillPath } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import { newId } from '../../models/ids.ts';

interface CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params?: z.input<P>;
  query?: z.input<Q>;
  body?: z.input<B>;
  headers?: Record<string, string>;
}

/** One browser: keeps its cookies, calls routes by their contracts, opens sockets. */
export class TestClient {
  readonly #http: FastifyInstance;
  readonly #address: () => Promise<string>;
  readonly #cookies = new Map<string, string>();
  readonly #sockets: Socket[] = [];

  /** @param address makes the server listen and says where */
  constructor(http: FastifyInstance, address: () => Promise<string>) {
    this.#http = http;
    this.#address = address;
  }

  /** @throws AppError with the code that the server refused with */
  async call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    route: Route<P, Q, B, R>,
    input: CallInput<P, Q, B> = {},
  ): Promise<z.infer<R>> {
    const response = await this.send(route, input);
    if (response.statusCode === 200) return route.response.parse(response.json());
    const { code, details } = ErrorBody.parse(response.json());
    throw new AppError(code, details);
  }

  /** The answer as it comes, whatever its status. */
  async send<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
    { method, path }: Route<P, Q, B>,
    { params, query, body, headers }: CallInput<P, Q, B> = {},
  ): Promise<LightMyRequestResponse> {
    const url = fillPath(path, params);
    const search = new URLSearchParams(Object.entries(query ?? {})).toString();
    return this.inject({
      method,
      url: search === '' ? url : `${url}?${search}`,
      ...(body === undefined ? {} : { payload: Object(body) }),
      ...(headers === undefined ? {} : { headers }),
    });
  }

  async inject(request: InjectOptions): Promise<LightMyRequestResponse> {
    const cookie = this.cookieHeader();
    const response = await this.#http.inject({
      ...request,
      headers: { ...(cookie === '' ? {} : { cookie }), ...request.headers },
    });
    for (const { name, value } of response.cookies) {
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  cookieHeader(): string {
    return Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join('; ');
  }

  /** A real socket over a real connection. */
  async connect(): Promise<TestSocket> {
    const socket = io(await this.#address(), {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie: this.cookieHeader() },
    });
    this.#sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return new TestSocket(socket);
  }

  close(): void {
    for (const socket of this.#sockets) socket.disconnect();
  }
}

export class TestSocket {
  readonly socket: Socket;

  constructor(socket: Socket) {
    this.socket = socket;
  }

  /** @throws AppError with the code that the server refused with */
  async act<Q extends z.ZodType, A extends z.ZodType>(
    action: Action<Q, A>,
    data: z.input<Q>,
    requestId = newId(),
  ): Promise<z.infer<A>> {
    const answer = Answer.parse(
      await this.socket.timeout(20_000).emitWithAck(action.name, { requestId, data }),
    );
    if (answer.ok) return action.response.parse(answer.data);
    throw new AppError(answer.error.code, answer.error.details);
  }

  /** The next notice of a kind; ask before doing what causes it. */
  next<D extends z.ZodType>(kind: NoticeKind<D>): Promise<z.infer<D>> {
    return new Promise((resolve) => {
      this.socket.once(kind.name, (data: unknown) => resolve(kind.data.parse(data)));
    });
  }

  /** Resolves when the server ends the connection. */
  ended(): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.disconnected) resolve();
      else this.socket.once('disconnect', () => resolve());
    });
  }
}
