import {
  createPoll,
  getBodyRules,
  listPolls,
  orderPolls,
  removePoll,
  updatePoll,
} from '../../models/contracts/voting.ts';
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
} from '../../models/contracts/voting-acts.ts';
import { listTrusteeCandidates } from '../../models/contracts/elections.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { VotingService } from './service.ts';

export function votingRoutes(routes: Routes, voting: VotingService): void {
  preparingRoutes(routes, voting);
  runningRoutes(routes, voting);
  rollRoutes(routes, voting);
  delegationRoutes(routes, voting);
}

function preparingRoutes({ serve }: Routes, voting: VotingService): void {
  serve(getBodyRules, (caller, { params }) => voting.bodyRules(caller, params.meetingId));
  serve(listTrusteeCandidates, (caller, { params }) =>
    voting.trusteeCandidates(caller, params.meetingId),
  );
  serve(listPolls, (caller, { params }) => voting.list(caller, params.meetingId));
  serve(createPoll, (caller, { params, body }) => voting.create(caller, params.meetingId, body));
  serve(updatePoll, (caller, { params, body }) =>
    voting.update(caller, params.meetingId, params.pollId, body),
  );
  serve(removePoll, (caller, { params, query }) =>
    voting.remove(caller, params.meetingId, params.pollId, query.revision),
  );
  serve(orderPolls, (caller, { params, body }) =>
    voting.order(caller, params.meetingId, body.pollIds),
  );
}

function runningRoutes({ serve }: Routes, voting: VotingService): void {
  serve(openPoll, (caller, { params, body }) =>
    voting.open(caller, params.meetingId, params.pollId, body),
  );
  serve(setPollEnd, (caller, { params, body }) =>
    voting.setEnd(caller, params.meetingId, params.pollId, body.seconds),
  );
  serve(closePoll, (caller, { params }) => voting.close(caller, params.meetingId, params.pollId));
  serve(announcePoll, (caller, { params }) =>
    voting.announce(caller, params.meetingId, params.pollId),
  );
  serve(voidPoll, (caller, { params, body }) =>
    voting.void(caller, params.meetingId, params.pollId, body.reason),
  );
  serve(repeatPoll, (caller, { params }) => voting.repeat(caller, params.meetingId, params.pollId));
}

function rollRoutes({ serve }: Routes, voting: VotingService): void {
  serve(addVoter, (caller, { params: { meetingId, pollId }, body: { personId, reason } }) =>
    voting.addVoter(caller, meetingId, pollId, personId, reason),
  );
  serve(getTurnout, (caller, { params }) =>
    voting.turnout(caller, params.meetingId, params.pollId),
  );
  serve(remindVoters, (caller, { params }) =>
    voting.remind(caller, params.meetingId, params.pollId),
  );
  serve(enterBallot, (caller, { params: { meetingId, pollId }, body: { personId, marks } }) =>
    voting.enter(caller, meetingId, pollId, personId, marks),
  );
  serve(decideEntry, (caller, { params: { meetingId, pollId, entryId }, body }) =>
    voting.decide(caller, meetingId, pollId, entryId, body.confirmed),
  );
}

function delegationRoutes({ serve }: Routes, voting: VotingService): void {
  serve(listDelegations, (caller, { params }) => voting.delegations(caller, params.meetingId));
  serve(addDelegation, (caller, { params, body }) =>
    voting.delegate(caller, params.meetingId, body),
  );
  serve(endDelegation, (caller, { params }) =>
    voting.endDelegation(caller, params.meetingId, params.delegationId),
  );
}
