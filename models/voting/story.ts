import type { z } from 'zod';
import type { FaultCode } from './faults.ts';
import type { Act, Place } from './ledger.ts';

/** What ledgers of one kind can tell: those of polls, those of opinion slips. */
export interface Story<Entry extends Act & Place> {
  entry: z.ZodType<Entry>;
  /** Entries that the server signs. */
  isSigned(entry: Entry): boolean;
  /** Begins at the first page. @returns what takes one entry after the other and says why it does not fit, or null */
  begin(): (entry: Entry) => FaultCode | null;
}
