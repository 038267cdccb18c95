import type { AdmissionDeps } from './deps.ts';
import { doorNotices } from './door.ts';
import { type EnteringService, createEnteringService } from './entering-service.ts';
import { type KeepingService, createKeepingService } from './keeping-service.ts';
import { forgetStrangers } from './store.ts';

/** The door of the online room. It never touches the right to vote. */
export type AdmissionService = EnteringService & KeepingService;

export function createAdmissionService(deps: AdmissionDeps): AdmissionService {
  const tellDoor = doorNotices(deps);
  deps.meetings.onEdit(async (tx, meetingId) => {
    if ((await forgetStrangers(tx, meetingId)) > 0) return () => tellDoor(meetingId);
  });
  return { ...createEnteringService(deps, tellDoor), ...createKeepingService(deps, tellDoor) };
}
