import {
  type MyPoll,
  type PollDraft,
  pollDraftsChanged,
} from '../../../models/contracts/voting.ts';
import { type Id, newId } from '../../../models/ids.ts';
import type { VotingDeps } from '../deps.ts';
import type { PollRow } from '../store.ts';

// Polls that nobody has opened: as rows, and to whom they are shown.

type Words = Omit<PollDraft, 'link' | 'ownRules' | 'trustees'> &
  Pick<PollRow, 'trustees' | 'linkKind' | 'linkedPollId' | 'ownRules' | 'ownRulesReason'>;

/** A draft as its columns hold it. */
export function wordsOf({ link, ownRules, trustees = null, ...draft }: PollDraft): Words {
  return {
    ...draft,
    trustees,
    linkKind: link?.kind ?? null,
    linkedPollId: link?.pollId ?? null,
    ownRules: ownRules?.ruleSet ?? null,
    ownRulesReason: ownRules?.reason ?? null,
  };
}

/** A poll that nobody has opened, without its place in the meeting. */
export function newDraft(meetingId: Id, words: Words): Omit<PollRow, 'number' | 'position'> {
  return {
    id: newId(),
    meetingId,
    revision: 0,
    ...words,
    state: 'draft',
    ruleSet: null,
    members: null,
    membersWeight: null,
    present: null,
    openedAt: null,
    endsAt: null,
    closedAt: null,
    announcedAt: null,
    voidReason: null,
    verdict: null,
  };
}

/**
 * So that all who prepare polls of a meeting see the same list.
 * @param isSeen whether members see the draft, or saw it, and what they keep of it is out of date
 */
export function tellDrafts({ publisher }: VotingDeps, meetingId: Id, isSeen: boolean): void {
  publisher.toRunners(meetingId, pollDraftsChanged, { meetingId });
  if (isSeen) publisher.toMeeting(meetingId, pollDraftsChanged, { meetingId });
}

/** Members see such a poll before it opens: trustees make its key then, and voters their credentials. */
export const hasTrustees = ({ trustees }: Pick<MyPoll, 'trustees'>): boolean => Boolean(trustees);
