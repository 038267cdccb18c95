import { checkInOnline } from '../../models/contracts/attendance.ts';
import {
  checkInByCode,
  getKeepingKey,
  recogniseFace,
  sendLate,
  turnHead,
} from '../../models/contracts/kiosk.ts';
import { enrolPerson, importFace } from '../../models/contracts/face-desk.ts';
import { checkFrame, enrolFace } from '../../models/contracts/face.ts';
import type { Sockets } from '../platform/socket-app.ts';
import type { AttendanceDoors } from './http.ts';

export function attendanceActions(sockets: Sockets, doors: AttendanceDoors): void {
  const { attendance, enrolment, kiosk } = doors;
  sockets.handle(checkInOnline, (caller, { meetingId }) =>
    attendance.checkInOnline(caller, meetingId),
  );
  sockets.handle(recogniseFace, (caller, request) => kiosk.recognise(caller, request));
  sockets.handle(turnHead, (caller, request) => kiosk.turn(caller, request));
  sockets.handle(getKeepingKey, (caller) => kiosk.keepingKey(caller));
  sockets.handle(sendLate, (caller, late) => kiosk.takeLate(caller, late));
  sockets.handle(checkInByCode, (caller, request) => kiosk.checkInByCode(caller, request));
  sockets.handle(checkFrame, (caller, { frame }) => enrolment.check(caller, frame));
  sockets.handle(enrolFace, (caller, { frames }) => enrolment.enrol(caller, frames));
  sockets.handle(enrolPerson, (caller, request) =>
    enrolment.enrolFor(caller, { ...request, way: 'desk' }),
  );
  sockets.handle(importFace, (caller, line) => enrolment.importOne(caller, line));
}
