import {
  doTrusteeStep,
  getElection,
  getElectionFile,
  remindElection,
  restartElection,
} from '../../models/contracts/elections.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { ElectionsService } from './service.ts';

export function electionsRoutes({ serve, serveFile }: Routes, elections: ElectionsService): void {
  serve(getElection, (caller, { params }) =>
    elections.election(caller, params.meetingId, params.pollId),
  );
  serve(doTrusteeStep, (caller, { params, body }) =>
    elections.step(caller, params.meetingId, params.pollId, body),
  );
  serve(restartElection, (caller, { params }) =>
    elections.restart(caller, params.meetingId, params.pollId),
  );
  serve(remindElection, (caller, { params }) =>
    elections.remind(caller, params.meetingId, params.pollId),
  );
  serveFile(getElectionFile, (caller, { meetingId, pollId }) =>
    elections.file(caller, meetingId, pollId),
  );
}
