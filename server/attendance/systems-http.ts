import {
  getSystemConsentText,
  getSystemRoll,
  listSystemMeetings,
  systemCheckIn,
  systemCheckInByFace,
  systemEnrol,
} from '../../models/contracts/systems.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { SystemsService } from './systems.ts';

export function attendanceForSystems(routes: Routes, systems: SystemsService): void {
  routes.serve(listSystemMeetings, async () => ({ items: await systems.meetings() }));
  routes.serve(getSystemRoll, (caller, { params }) => systems.roll(caller, params.meetingId));
  routes.serve(systemCheckInByFace, (caller, { params, query, body }) =>
    systems.checkInByFace(caller, { ...params, ...query, pictures: body }),
  );
  routes.serve(systemCheckIn, (caller, { params, body }) =>
    systems.checkIn(caller, { ...params, ...body }),
  );
  routes.serve(getSystemConsentText, async () => systems.consentText());
  routes.serve(systemEnrol, (caller, { params, query, body }) =>
    systems.enrol(caller, { ...params, ...query, pictures: body }),
  );
}
