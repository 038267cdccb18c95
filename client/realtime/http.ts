import type { z } from 'zod';
import { type Method, type Route, fillPath } from '../../models/contracts/route.ts';
import type { ErrorCode } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import { Refusal, parseReceived, parseSent, refusalOf } from './refusal.ts';
import { noteServerTime } from './server-clock.ts';

type Part<Name extends string, Schema extends z.ZodType> = [Schema] extends [z.ZodUndefined]
  ? object
  : { [key in Name]: z.input<Schema> };

/** What a route wants: its `params`, `query` and `body`, each only where the contract has it. */
export type InputOf<R> =
  R extends Route<infer P, infer Q, infer B, z.ZodType>
    ? Part<'params', P> & Part<'query', Q> & Part<'body', B>
    : never;

/** `{}` need not be written. */
export type InputArgs<R> = object extends InputOf<R> ? [input?: InputOf<R>] : [input: InputOf<R>];

export interface CallOptions {
  /** Names the act: the same key again is the same act. A new one when left out. */
  key?: Id;
  signal?: AbortSignal;
}

/**
 * Calls a route of the contracts. A request that got no answer is sent again with the same key, so that a
 * lost reply is neither an error nor a second act.
 * @throws Refusal with the code of the server, `offline` when it cannot be reached, `timeout` when it is silent
 */
type CallRoute = <R extends Route>(
  route: R,
  input: InputOf<R> | undefined,
  options?: CallOptions,
) => Promise<z.infer<R['response']>>;

interface CallSettings {
  /** Where the server is; left out, the origin of the page. */
  origin?: string;
  /** Waits between the attempts, in milliseconds; as many retries as there are entries. */
  pauses?: readonly number[];
  /** How long one attempt may stay without an answer, in milliseconds. */
  patienceMs?: number;
}

/** A caller of routes; the app uses `call`, tests make their own. */
export function createCall(settings: CallSettings = {}): CallRoute {
  const { origin = '', pauses = [400, 1200, 3000], patienceMs = 20_000 } = settings;
  return async (route, input, options = {}) => {
    const request = requestOf(route, input ?? {}, options.key ?? newId());
    const url = origin + request.url;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await send(url, request, route, patienceMs, options.signal);
      } catch (error) {
        const pause = pauses[attempt];
        if (pause === undefined || !mayTryAgain(error) || options.signal?.aborted) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  };
}

/** As `call`, for those who name the act or may give it up. */
export const callRoute: CallRoute = createCall();

/** Calls a route of the server that the page came from: `call(updateRoom, { params, body })`. */
export const call = <R extends Route>(
  route: R,
  ...[input]: InputArgs<R>
): Promise<z.infer<R['response']>> => callRoute(route, input);

interface Prepared {
  method: Method;
  url: string;
  key: Id;
  body: string | Uint8Array<ArrayBuffer> | undefined;
}

/** @throws Refusal `invalid_input` */
function requestOf(route: Route, input: object, key: Id): Prepared {
  const given: { params?: unknown; query?: unknown; body?: unknown } = input;
  const params = parseSent(route.params, given.params);
  const query = parseSent(route.query, given.query ?? {});
  const body = parseSent(route.body, given.body);
  const url = fillPath(route.path, params) + queryString(query);
  return { method: route.method, url, key, body: written(body) };
}

/** Bytes go as they are, everything else as JSON. */
function written(body: unknown): Prepared['body'] {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return body === undefined ? undefined : JSON.stringify(body);
}

function queryString(query: unknown): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}

async function send<R extends Route>(
  url: string,
  { method, key, body }: Prepared,
  route: R,
  patienceMs: number,
  signal: AbortSignal | undefined,
): Promise<z.infer<R['response']>> {
  const sentAt = Date.now();
  const { ok, status, answer } = await exchange(url, patienceMs, signal, {
    method,
    headers: {
      ...(method !== 'GET' && { 'idempotency-key': key }),
      ...(body !== undefined && { 'content-type': typeOf(body) }),
    },
    ...(body !== undefined && { body }),
  });
  if (!ok) throw refusalOf(answer, codeOfStatus(status), key);
  noteServerTime(answer, sentAt, Date.now());
  return parseReceived<R['response']>(route.response, answer, key);
}

const typeOf = (body: string | Uint8Array): string =>
  typeof body === 'string' ? 'application/json' : 'application/octet-stream';

async function exchange(
  url: string,
  patienceMs: number,
  signal: AbortSignal | undefined,
  init: RequestInit,
) {
  const patience = AbortSignal.timeout(patienceMs);
  const either = signal ? AbortSignal.any([signal, patience]) : patience;
  try {
    const reply = await fetch(url, { ...init, credentials: 'same-origin', signal: either });
    const text = await reply.text();
    return { ok: reply.ok, status: reply.status, answer: jsonOf(text) };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refusal(patience.aborted ? 'timeout' : 'offline');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** For answers of something between us and the server, such as a proxy. */
function codeOfStatus(status: number): ErrorCode {
  if (status === 502 || status === 503) return 'unavailable';
  return status === 504 ? 'timeout' : 'internal';
}

const mayTryAgain = (error: unknown): boolean =>
  error instanceof Refusal && (error.status === 503 || error.status === 504);
