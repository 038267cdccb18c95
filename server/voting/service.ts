import { AppError } from '../../models/errors.ts';
import { createBoxPlace } from './verifiable/box.ts';
import { type CastingService, createCastingService } from './ballots/casting-service.ts';
import { type DelegationsService, createDelegationsService } from './roll/delegations-service.ts';
import type { VotingDeps } from './deps.ts';
import { type EntriesService, createEntriesService } from './ballots/entries-service.ts';
import { type PreparingService, createPreparingService } from './preparing/preparing-service.ts';
import { createPollNotices } from './running/progress.ts';
import { type RollService, createRollService } from './roll/roll-service.ts';
import { type RunningService, createRunningService } from './running/running-service.ts';
import { openPollOf } from './store.ts';
import {
  type VerifiableService,
  createVerifiableService,
} from './verifiable/verifiable-service.ts';

export type { BallotBox, VerifiablePoll } from './verifiable/box.ts';
export { startEnding } from './running/ending.ts';

/** Polls from draft to verdict. */
export type VotingService = PreparingService &
  RunningService &
  RollService &
  CastingService &
  EntriesService &
  DelegationsService &
  VerifiableService;

export function createVotingService(deps: VotingDeps): VotingService {
  const notices = createPollNotices(deps);
  const box = createBoxPlace();
  deps.meetings.onBeforeClose(async (tx, meetingId) => {
    if ((await openPollOf(tx, meetingId)) !== null) throw new AppError('meeting_has_open_poll');
  });
  return {
    ...createPreparingService(deps, box),
    ...createRunningService(deps, notices, box),
    ...createRollService(deps, notices),
    ...createCastingService(deps, notices),
    ...createEntriesService(deps, notices),
    ...createDelegationsService(deps, notices),
    ...createVerifiableService(deps, notices, box),
  };
}
