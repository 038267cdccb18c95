import type { ErrorCode, ErrorDetails } from '../../../../models/errors.ts';
import type { JobName } from './jobs.ts';

// What page and worker tell each other: one order, then how far it is, and how it ended.

export interface Order {
  job: JobName;
  input: unknown;
}

export type Told =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; output: unknown }
  | { kind: 'failed'; code: ErrorCode; details: ErrorDetails | undefined; message: string };
