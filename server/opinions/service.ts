import { announceInNewMeetings } from './agenda.ts';
import { type AnsweringService, createAnsweringService } from './answering-service.ts';
import type { OpinionsDeps } from './deps.ts';
import { type FilesService, createFilesService } from './files-service.ts';
import { type PaperService, createPaperService } from './paper-service.ts';
import { type PreparingService, createPreparingService } from './preparing-service.ts';
import { type ReportingService, createReportingService } from './reporting-service.ts';
import { type RunningService, createRunningService } from './running-service.ts';

export { watchSlips } from './watch.ts';

/** Opinion slips from draft to report. */
export type OpinionsService = PreparingService &
  FilesService &
  RunningService &
  AnsweringService &
  PaperService &
  ReportingService;

export function createOpinionsService(deps: OpinionsDeps): OpinionsService {
  announceInNewMeetings(deps);
  return {
    ...createPreparingService(deps),
    ...createFilesService(deps),
    ...createRunningService(deps),
    ...createAnsweringService(deps),
    ...createPaperService(deps),
    ...createReportingService(deps),
  };
}
