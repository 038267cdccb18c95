import { isRefusal } from '../../realtime/refusal.ts';
import { AppError } from '../../../models/errors.ts';

/** How long to wait after too many attempts, in the unit to say it in; null for any other refusal. */
export function waitOf(error: unknown): { unit: 'seconds' | 'minutes'; count: number } | null {
  if (!isRefusal(error, 'too_many_requests') || !(error instanceof AppError)) return null;
  const seconds = error.details?.['retryAfterSeconds'];
  if (typeof seconds !== 'number') return null;
  return seconds <= 90
    ? { unit: 'seconds', count: Math.max(1, Math.ceil(seconds)) }
    : { unit: 'minutes', count: Math.ceil(seconds / 60) };
}
