import { correctAttendance, getInvitation, getRoll } from '../../models/contracts/attendance.ts';
import { listLateAttempts, listRoomMeetings } from '../../models/contracts/kiosk.ts';
import { forgetFaceOf, listFaces } from '../../models/contracts/face-desk.ts';
import {
  checkFaceReceipt,
  exportMyFace,
  forgetMyFace,
  getMyFace,
  getMyFaceTrace,
  giveConsent,
} from '../../models/contracts/face.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { EnrolmentService } from './enrolment.ts';
import type { KioskService } from './kiosk.ts';
import type { AttendanceService } from './service.ts';

export interface AttendanceDoors {
  attendance: AttendanceService;
  enrolment: EnrolmentService;
  kiosk: KioskService;
}

export function attendanceRoutes(routes: Routes, doors: AttendanceDoors): void {
  const { attendance, enrolment, kiosk } = doors;
  routes.serve(getRoll, (caller, { params }) => attendance.roll(caller, params.meetingId));
  routes.serve(correctAttendance, (caller, { params, body }) =>
    attendance.correct(caller, { ...params, ...body }),
  );
  routes.serve(getInvitation, (caller, { params }) =>
    attendance.invitation(caller, params.meetingId),
  );
  routes.serve(listRoomMeetings, (caller) => kiosk.meetings(caller));
  routes.serve(listLateAttempts, (_caller, { params }) => kiosk.lateAttempts(params.meetingId));
  routes.serve(getMyFace, (caller) => enrolment.status(caller));
  routes.serve(giveConsent, (caller, { body }) => enrolment.consent(caller, body.version));
  routes.serve(forgetMyFace, (caller) => enrolment.forget(caller));
  routes.serve(getMyFaceTrace, (caller) => enrolment.trace(caller));
  routes.serve(exportMyFace, (caller) => enrolment.exportOwn(caller));
  routes.serve(checkFaceReceipt, (_caller, { params }) => enrolment.checkReceipt(params.code));
  routes.serve(listFaces, () => enrolment.faces());
  routes.serve(forgetFaceOf, (caller, { params }) => enrolment.forgetFor(caller, params.personId));
}
