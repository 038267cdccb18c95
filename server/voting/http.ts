import {
  closePoll,
  createPoll,
  getTurnout,
  listPolls,
  openPoll,
  updatePoll,
  voidPoll,
} from '../../models/contracts/voting.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { VotingService } from './service.ts';

export function votingRoutes(routes: Routes, voting: VotingService): void {
  routes.serve(listPolls, (caller, { params }) => voting.list(caller, params.meetingId));
  routes.serve(createPoll, (caller, { params, body }) =>
    voting.create(caller, params.meetingId, body),
  );
  routes.serve(updatePoll, (caller, { params, body }) =>
    voting.update(caller, params.meetingId, params.pollId, body),
  );
  routes.serve(openPoll, (caller, { params }) =>
    voting.open(caller, params.meetingId, params.pollId),
  );
  routes.serve(closePoll, (caller, { params }) =>
    voting.close(caller, params.meetingId, params.pollId),
  );
  routes.serve(voidPoll, (caller, { params, body }) =>
    voting.void(caller, params.meetingId, params.pollId, body.reason),
  );
  routes.serve(getTurnout, (caller, { params }) =>
    voting.turnout(caller, params.meetingId, params.pollId),
  );
}
