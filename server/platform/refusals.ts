import { z } from 'zod';
import type { ErrorBody } from '../../models/contracts/event.ts';
import { AppError, errorKinds } from '../../models/errors.ts';
import type { Logger } from './logger.ts';

/**
 * Parses input at the boundary.
 * @throws AppError `invalid_input` with the paths of the fields at fault
 */
export function parseInput<T extends z.ZodType>(schema: T | undefined, input: unknown): z.infer<T> {
  const parsed = (schema ?? z.undefined()).safeParse(schema === undefined ? undefined : input);
  if (parsed.success) return parsed.data as z.infer<T>;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new AppError('invalid_input', { fields: [...new Set(fields)].slice(0, 50) });
}

/** The body of a refusal; what is not an AppError is a defect, is logged and tells nothing outside. */
export function refusalOf(error: unknown, requestId: string, logger: Logger): ErrorBody {
  const known = error instanceof AppError ? error : new AppError('internal');
  if (known !== error) logger.error({ err: error, requestId }, 'unexpected error');
  const { status, vi, en } = errorKinds[known.code];
  const body: ErrorBody = { code: known.code, status, title: { vi, en }, requestId };
  return known.details === undefined ? body : { ...body, details: known.details };
}
