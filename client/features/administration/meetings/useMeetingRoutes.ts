import {
  createMeeting,
  getMeeting,
  listMeetings,
  setMeetingState,
  updateMeeting,
} from '../../../../models/contracts/meetings.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';

const invalidates = [listMeetings, getMeeting];

/** What changes a meeting, with the lists read anew afterwards. */
export function useMeetingRoutes() {
  const create = useMutationRoute(createMeeting, { invalidates });
  const update = useMutationRoute(updateMeeting, { invalidates });
  const setState = useMutationRoute(setMeetingState, { invalidates });
  return { create, update, setState };
}
