import type { LedgerSignature } from '../contracts/ledger.ts';
import type { Id } from '../ids.ts';
import { canonicalJson } from './canonical-json.ts';

/** What a server signs: that the ledger stood at this entry then. The exact bytes, in UTF-8. */
export const signedText = (
  ledgerId: Id,
  { sequence, hash, signedAt }: Pick<LedgerSignature, 'sequence' | 'hash' | 'signedAt'>,
): string =>
  canonicalJson({ format: 'nghi-truong-ledger-signature', ledgerId, sequence, hash, signedAt });
