import { useQueryClient } from '@tanstack/react-query';
import {
  addDelegation,
  addVoter,
  announcePoll,
  closePoll,
  decideEntry,
  endDelegation,
  enterBallot,
  getTurnout,
  listDelegations,
  openPoll,
  remindVoters,
  repeatPoll,
  setPollEnd,
  voidPoll,
} from '../../../models/contracts/voting-acts.ts';
import {
  type MyPoll,
  createPoll,
  listPolls,
  orderPolls,
  removePoll,
  updatePoll,
} from '../../../models/contracts/voting.ts';
import type { Id } from '../../../models/ids.ts';
import { keepUp } from '../../realtime/kept.ts';
import { routeKey, useMutationRoute } from '../../realtime/queries.ts';
import { withAnswer } from './polls.ts';

/** Shows at once what the server answered to an act on one poll. */
function useAnswered(meetingId: Id) {
  const client = useQueryClient();
  const onSuccess = (poll: MyPoll) =>
    keepUp<{ items: MyPoll[] }>(
      client,
      routeKey(listPolls, { params: { meetingId } }),
      poll,
      ({ items }) => ({ items: withAnswer(items, poll) }),
    );
  return { onSuccess, invalidates: [listPolls, getTurnout] };
}

/** Preparing polls: each answer is shown at once. */
export function usePollDrafts(meetingId: Id) {
  const options = useAnswered(meetingId);
  const create = useMutationRoute(createPoll, options);
  const update = useMutationRoute(updatePoll, options);
  const repeat = useMutationRoute(repeatPoll, options);
  const remove = useMutationRoute(removePoll, { invalidates: [listPolls] });
  const order = useMutationRoute(orderPolls, { invalidates: [listPolls] });
  return { create, update, repeat, remove, order };
}

/** Running polls: each answer is shown at once. */
export function usePollActs(meetingId: Id) {
  const options = useAnswered(meetingId);
  const open = useMutationRoute(openPoll, options);
  const setEnd = useMutationRoute(setPollEnd, options);
  const close = useMutationRoute(closePoll, options);
  const announce = useMutationRoute(announcePoll, options);
  const declareVoid = useMutationRoute(voidPoll, options);
  const addLate = useMutationRoute(addVoter, options);
  return { open, setEnd, close, announce, declareVoid, addLate };
}

/** Seeing to it that everybody's vote arrives: reminders, and ballots of members without a device. */
export function useTurnoutActs() {
  const remind = useMutationRoute(remindVoters);
  const enter = useMutationRoute(enterBallot, { invalidates: [getTurnout] });
  const decide = useMutationRoute(decideEntry, { invalidates: [getTurnout, listPolls] });
  return { remind, enter, decide };
}

/** Who votes for whom. */
export function useDelegationActs() {
  const options = { invalidates: [listDelegations, getTurnout] };
  const add = useMutationRoute(addDelegation, options);
  const end = useMutationRoute(endDelegation, options);
  return { add, end };
}
