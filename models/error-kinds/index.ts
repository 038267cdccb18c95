import { attendanceErrors } from './attendance.ts';
import { electionsErrors } from './elections.ts';
import { identityErrors } from './identity.ts';
import { mediaErrors } from './media.ts';
import { meetingsErrors } from './meetings.ts';
import { opinionsErrors } from './opinions.ts';
import { recordingsErrors } from './recordings.ts';
import { requestsErrors } from './requests.ts';
import { votingErrors } from './voting.ts';

export type { ErrorKind } from './error-kind.ts';

/** Each code with its status and its title in both languages. */
export const kinds = {
  ...requestsErrors,
  ...identityErrors,
  ...meetingsErrors,
  ...recordingsErrors,
  ...attendanceErrors,
  ...votingErrors,
  ...electionsErrors,
  ...opinionsErrors,
  ...mediaErrors,
};
