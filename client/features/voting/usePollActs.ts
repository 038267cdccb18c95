import { useQueryClient } from '@tanstack/react-query';
import {
  type MyPoll,
  closePoll,
  createPoll,
  getTurnout,
  listPolls,
  openPoll,
  updatePoll,
  voidPoll,
} from '../../../models/contracts/voting.ts';
import type { Id } from '../../../models/ids.ts';
import { keepUp } from '../../realtime/kept.ts';
import { routeKey, useMutationRoute } from '../../realtime/queries.ts';
import { withAnswer } from './polls.ts';

/** What those who run a vote can do to its polls; each answer is shown at once. */
export function usePollActs(meetingId: Id) {
  const client = useQueryClient();
  const onSuccess = (poll: MyPoll) =>
    keepUp<{ items: MyPoll[] }>(
      client,
      routeKey(listPolls, { params: { meetingId } }),
      poll,
      ({ items }) => ({ items: withAnswer(items, poll) }),
    );
  const options = { onSuccess, invalidates: [listPolls, getTurnout] };
  const create = useMutationRoute(createPoll, options);
  const update = useMutationRoute(updatePoll, options);
  const open = useMutationRoute(openPoll, options);
  const close = useMutationRoute(closePoll, options);
  const declareVoid = useMutationRoute(voidPoll, options);
  return { create, update, open, close, declareVoid };
}
