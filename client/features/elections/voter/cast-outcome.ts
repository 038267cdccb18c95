import type { ErrorCode } from '../../../../models/errors.ts';

/**
 * The refusals that say for good that an encrypted ballot was not taken: the server looked first whether it has it already.
 * Any other failure leaves open whether an earlier attempt got through.
 */
const final: ReadonlySet<ErrorCode> = new Set([
  'invalid_input',
  'not_found',
  'meeting_not_open',
  'poll_state',
  'poll_not_open',
  'not_on_voter_roll',
  'ballot_wrong',
  'credential_unknown',
  'credential_used',
  'too_many_changes',
]);

export const isFinal = (code: ErrorCode): boolean => final.has(code);
