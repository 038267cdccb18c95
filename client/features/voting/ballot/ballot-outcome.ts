import type { ErrorCode } from '../../../../models/errors.ts';

/**
 * The refusals that say for good that this ballot was not recorded: the server looked for an earlier answer
 * to the same request before it gave them. Any other failure, such as a lost line, an ended session or a lost
 * right to be here, leaves open whether an earlier attempt got through.
 */
const final: ReadonlySet<ErrorCode> = new Set([
  'invalid_input',
  'not_found',
  'request_id_reused',
  'meeting_not_open',
  'poll_state',
  'poll_not_open',
  'not_on_voter_roll',
  'already_voted',
  'too_many_changes',
  'unknown_choice',
  'marks_do_not_fit',
]);

export const isFinal = (code: ErrorCode): boolean => final.has(code);
