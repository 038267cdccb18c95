import type { RuleSet } from '../../../../models/contracts/rules.ts';
import { getBodyRules } from '../../../../models/contracts/voting.ts';
import type { Id } from '../../../../models/ids.ts';
import { useQueryRoute } from '../../../realtime/queries.ts';

/** How the body of a meeting decides now; undefined until that is known. */
export const useBodyRules = (meetingId: Id): RuleSet | undefined =>
  useQueryRoute(getBodyRules, { params: { meetingId } }).data;
