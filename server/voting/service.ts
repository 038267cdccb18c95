import { AppError } from '../../models/errors.ts';
import { type CastingService, createCastingService } from './casting-service.ts';
import type { VotingDeps } from './deps.ts';
import { type PreparingService, createPreparingService } from './preparing-service.ts';
import { createProgressNotices } from './progress.ts';
import { type RunningService, createRunningService } from './running-service.ts';
import { openPollOf } from './store.ts';

/** Polls from draft to verdict. */
export type VotingService = PreparingService & RunningService & CastingService;

export function createVotingService(deps: VotingDeps): VotingService {
  const progress = createProgressNotices(deps.publisher);
  deps.meetings.onBeforeClose(async (tx, meetingId) => {
    if ((await openPollOf(tx, meetingId)) !== null) throw new AppError('meeting_has_open_poll');
  });
  return {
    ...createPreparingService(deps),
    ...createRunningService(deps, progress),
    ...createCastingService(deps, progress),
  };
}
