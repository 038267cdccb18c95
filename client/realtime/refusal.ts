import { z } from 'zod';
import { ErrorBody } from '../../models/contracts/event.ts';
import { AppError, type ErrorCode, type ErrorDetails } from '../../models/errors.ts';

// The content security policy forbids code made from text, which zod would otherwise try.
z.config({ jitless: true });

/** What the server, or the way to it, refused. Its code is one of the taxonomy. */
export class Refusal extends AppError {
  /** Names the request in the server's log; null when it never got there. */
  readonly requestId: string | null;

  constructor(code: ErrorCode, requestId: string | null = null, details?: ErrorDetails) {
    super(code, details);
    this.name = 'Refusal';
    this.requestId = requestId;
  }
}

/** The codes after which nobody knows whether the act was recorded: it may be sent again as it was. */
const uncertain: ReadonlySet<ErrorCode> = new Set([
  'offline',
  'timeout',
  'unavailable',
  'internal',
]);

/** Whether the request may have been recorded although no answer came. */
export const isUncertain = (error: unknown): boolean =>
  !(error instanceof AppError) || uncertain.has(error.code);

/** Whether a refusal has this code. */
export const isRefusal = (error: unknown, code: ErrorCode): boolean =>
  error instanceof AppError && error.code === code;

type Listener = (refusal: Refusal) => void;
const listeners = new Set<Listener>();

/** Hears every refusal of this tab, for example to notice that the session has ended. */
export function onRefusal(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The refusal behind an error body of the server; the listeners hear of it. */
export function refusalOf(body: unknown, otherwise: ErrorCode, requestId: string): Refusal {
  const parsed = ErrorBody.safeParse(body);
  const refusal = parsed.success
    ? new Refusal(parsed.data.code, parsed.data.requestId, parsed.data.details)
    : new Refusal(otherwise, requestId);
  for (const listener of listeners) listener(refusal);
  return refusal;
}

/**
 * Parses what the person entered before it is sent, so that a mistake needs no way to the server.
 * @throws Refusal `invalid_input` with the paths of the fields at fault, as the server would
 */
export function parseSent<T extends z.ZodType>(schema: T | undefined, input: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new Refusal('invalid_input', null, { fields: [...new Set(fields)] });
}

/**
 * Parses what came back.
 * @throws Refusal `internal` when the server sent something else than the contract says
 */
export function parseReceived<T extends z.ZodType>(
  schema: T,
  answer: unknown,
  requestId: string,
): z.infer<T> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new Refusal('internal', requestId);
  return parsed.data;
}
