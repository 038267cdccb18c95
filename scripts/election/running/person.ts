import { type Socket, io } from 'socket.io-client';
import type { z } from 'zod';
import { type Action, Answer, ErrorBody } from '../../../models/contracts/event.ts';
import { type FileRoute, type Route, fillPath } from '../../../models/contracts/route.ts';
import { newId } from '../../../models/ids.ts';

/** A browser of someone who is signed in, over real connections. */
export interface Person {
  /** @throws Error naming the code with which the server refused */
  call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    route: Route<P, Q, B, R>,
    params: z.input<P>,
    body?: z.input<B>,
  ): Promise<z.infer<R>>;
  download<P extends z.ZodType>(route: FileRoute<P>, params: z.input<P>): Promise<Uint8Array>;
  /** @throws Error naming the code with which the server refused */
  act<Q extends z.ZodType, A extends z.ZodType>(
    action: Action<Q, A>,
    data: z.input<Q>,
  ): Promise<z.infer<A>>;
  leave(): void;
}

/** Milliseconds; a queue of ballots that are checked lies behind an answer. */
const patience = 600_000;

/** @param cookie of their session */
export function createPerson(url: string, cookie: string): Person {
  let socket: Socket | undefined;
  const connected = () =>
    (socket ??= io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } }));
  const ask = async (
    { method, path }: Pick<Route, 'method' | 'path'>,
    params: unknown,
    body?: unknown,
  ) => {
    const headers = {
      cookie,
      'idempotency-key': newId(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${url}${fillPath(path, params)}`, { method, headers, ...sent });
    if (answer.ok) return answer;
    throw new Error(`${method} ${path}: ${ErrorBody.parse(await answer.json()).code}`);
  };
  return {
    call: async (route, params, body) =>
      route.response.parse(await (await ask(route, params, body)).json()),
    download: async (route, params) =>
      new Uint8Array(await (await ask(route, params)).arrayBuffer()),
    async act(action, data) {
      const message = { requestId: newId(), data };
      const raw: unknown = await connected().timeout(patience).emitWithAck(action.name, message);
      const answer = Answer.parse(raw);
      if (answer.ok) return action.response.parse(answer.data);
      throw new Error(`${action.name}: ${answer.error.code}`);
    },
    leave: () => void socket?.disconnect(),
  };
}
