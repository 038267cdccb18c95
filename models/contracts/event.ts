import { z } from 'zod';
import { errorCodes } from '../errors.ts';
import { Id } from '../ids.ts';
import type { Access } from './access.ts';

/**
 * A request over the socket: the client emits `name` with an envelope and gets an answer. Both sides
 * parse; a retry with the same `requestId` gets the first answer again.
 */
export interface Action<
  Request extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  name: string;
  summary: string;
  who: Access;
  request: Request;
  response: Response;
}

/** Declares a socket request. */
export function action<Request extends z.ZodType, Response extends z.ZodType>(
  declaration: Action<Request, Response>,
): Action<Request, Response> {
  return declaration;
}

export type RequestOf<A> = A extends Action<infer R, z.ZodType> ? z.infer<R> : never;

/** A message from the server to all whom it concerns; it has no answer. */
export interface NoticeKind<Data extends z.ZodType = z.ZodType> {
  name: string;
  summary: string;
  data: Data;
}

/** Declares a server message. */
export function notice<Data extends z.ZodType>(declaration: NoticeKind<Data>): NoticeKind<Data> {
  return declaration;
}

export type DataOf<N> = N extends NoticeKind<infer D> ? z.infer<D> : never;

/** What travels with every socket request. */
export const Envelope = z.object({ requestId: Id, data: z.unknown() });
export type Envelope = z.infer<typeof Envelope>;

/** The body of every refusal, over HTTP and over the socket. */
export const ErrorBody = z.object({
  code: z.enum(errorCodes),
  status: z.number().int(),
  /** In Vietnamese and in English, for clients that show it as it is. */
  title: z.object({ vi: z.string(), en: z.string() }),
  requestId: z.string(),
  details: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .optional(),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

/** The answer to a socket request. */
export const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), error: ErrorBody }),
]);
export type Answer = z.infer<typeof Answer>;
