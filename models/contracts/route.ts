import { z } from 'zod';
import type { Access } from './access.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * `most`: pictures, one as it is or several as multipart/form-data; the handler gets their bytes. `document`: one file
 * as application/octet-stream, with its largest size in bytes; what it is, its name and its beginning tell.
 */
export type Upload = { most: number } | { document: number };

/**
 * One HTTP route: its address, who may call it, and the shapes that both sides parse. The server
 * registers it, the client calls it, and OpenAPI describes it from this one value.
 */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  method: Method;
  /** With `:name` for each key of `params`, for example `/api/people/:personId`. */
  path: `/api/${string}`;
  /** One sentence for the API description. */
  summary: string;
  who: Access;
  /** Admits also someone who still has the first password that another person set. */
  beforePasswordChange?: boolean;
  params?: Params;
  query?: Query;
  body?: Body;
  /** The body is no JSON but what is to be kept or looked at. */
  upload?: Upload;
  response: Response;
}

/** Declares a route; keeps the exact schema types for both sides. */
export function route<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Response extends z.ZodType = z.ZodType,
>(declaration: Route<Params, Query, Body, Response>): Route<Params, Query, Body, Response> {
  return declaration;
}

/** A route that answers with a file itself and not with JSON, whole or the range that is asked for. */
export interface FileRoute<Params extends z.ZodType = z.ZodType> extends Pick<
  Route,
  'path' | 'summary' | 'who' | 'response'
> {
  method: 'GET';
  params: Params;
}

/** Declares a route of files; keeps the exact schema type of its parameters. */
export const fileRoute = <Params extends z.ZodType>(
  declaration: Omit<FileRoute<Params>, 'method' | 'response'>,
): FileRoute<Params> => ({ ...declaration, method: 'GET', response: z.unknown() });

/** The path of a route with the values of its parameters in their places; one without a value stays as it is. */
export function fillPath(path: string, params: unknown): string {
  const values = new Map<string, unknown>(Object.entries(params ?? {}));
  return path.replaceAll(/:(\w+)/g, (place, name: string) =>
    encodeURIComponent(String(values.get(name) ?? place)),
  );
}

/** Where a browser fetches a file. */
export const addressOf = <Params extends z.ZodType>(
  { path }: FileRoute<Params>,
  params: z.infer<Params>,
): string => fillPath(path, params);

export type QueryOf<R> =
  R extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.infer<Q> : never;
export type BodyOf<R> =
  R extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.infer<B> : never;
export type ResponseOf<R> =
  R extends Route<z.ZodType, z.ZodType, z.ZodType, infer Out> ? z.infer<Out> : never;
