import type { PollDraft } from '../../../models/contracts/voting.ts';
import { AppError } from '../../../models/errors.ts';
import type { Id } from '../../../models/ids.ts';
import { draftProblem } from '../../../models/voting/drafts.ts';
import { verifiableProblem } from '../../../models/voting/encrypted-paper.ts';
import type { Db } from '../../platform/database.ts';
import type { VotingDeps } from '../deps.ts';
import { mayPrepare, mayReveal } from '../rules.ts';
import { type PollRow, findPoll } from '../store.ts';
import { areTrustees, trusteeCandidates } from '../verifiable/trustee-candidates.ts';
import { rulesOf } from '../views.ts';

/**
 * @param current the draft as it was; null for a new one
 * @throws AppError for what cannot be put to a vote in this meeting
 */
export async function refuseDraft(
  { meetings }: VotingDeps,
  tx: Db,
  meetingId: Id,
  draft: PollDraft,
  current: PollRow | null,
) {
  const { agenda, state } = await meetings.meetingOf(tx, meetingId);
  const refusal = mayPrepare(state);
  if (refusal !== null) throw new AppError(refusal);
  const { agendaItemId, link, ownRules } = draft;
  const fields: string[] = [];
  // An item that was taken off the agenda stays with a poll that named it.
  const isKept = agendaItemId === (current?.agendaItemId ?? null);
  if (!isKept && !agenda.some(({ id }) => id === agendaItemId)) fields.push('agendaItemId');
  if (link !== null && !(await mayLink(tx, meetingId, link.pollId, current?.id ?? null)))
    fields.push('link');
  if (!mayReveal(draft)) fields.push('reveal');
  if (
    draft.trustees &&
    !areTrustees(draft.trustees, await trusteeCandidates({ meetings }, tx, meetingId))
  )
    fields.push('trustees');
  if (fields.length > 0) throw new AppError('invalid_input', { fields });
  const ruleSet = await rulesOf(tx, meetings, {
    meetingId,
    ruleSet: null,
    ownRules: ownRules?.ruleSet ?? null,
  });
  const problem =
    draftProblem({ ...draft, ruleSet }) ??
    (draft.trustees ? verifiableProblem({ ...draft, ruleSet }) : null);
  if (problem !== null) throw new AppError(problem);
}

/** Another poll of the same meeting. */
async function mayLink(tx: Db, meetingId: Id, linkedId: Id, ownId: Id | null): Promise<boolean> {
  const linked = await findPoll(tx, linkedId);
  return linked?.meetingId === meetingId && linkedId !== ownId;
}
