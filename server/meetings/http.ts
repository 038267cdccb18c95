import { getCheckIns, setCheckIns } from '../../models/contracts/attendance.ts';
import {
  getAttendanceSettings,
  getMeetingAttendanceSettings,
  setAttendanceSettings,
} from '../../models/contracts/attendance-settings.ts';
import {
  createBody,
  createMeeting,
  createRoom,
  extendAgendaItem,
  getMeeting,
  listBodies,
  listMeetings,
  listRooms,
  setCurrentAgendaItem,
  setMeetingState,
  setScreenView,
  updateBody,
  updateMeeting,
  updateRoom,
} from '../../models/contracts/meetings.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { MeetingsService } from './service.ts';

export function meetingsRoutes(routes: Routes, meetings: MeetingsService): void {
  catalogueRoutes(routes, meetings);
  settingsRoutes(routes, meetings);
  routes.serve(listMeetings, (caller) => meetings.listMeetings(caller));
  routes.serve(createMeeting, (caller, { body }) => meetings.createMeeting(caller, body));
  routes.serve(getMeeting, (caller, { params }) => meetings.getMeeting(caller, params.meetingId));
  routes.serve(updateMeeting, (caller, { params, body }) =>
    meetings.updateMeeting(caller, params.meetingId, body),
  );
  routes.serve(setMeetingState, (caller, { params, body }) =>
    meetings.setMeetingState(caller, params.meetingId, body.state),
  );
  routes.serve(setCurrentAgendaItem, (caller, { params, body }) =>
    meetings.setCurrentAgendaItem(caller, params.meetingId, body.agendaItemId),
  );
  routes.serve(extendAgendaItem, (caller, { params, body }) =>
    meetings.extendAgendaItem(caller, params.meetingId, {
      agendaItemId: params.agendaItemId,
      minutes: body.minutes,
    }),
  );
  routes.serve(setScreenView, (caller, { params, body }) =>
    meetings.setScreenView(caller, params.meetingId, body.view),
  );
}

function settingsRoutes(routes: Routes, meetings: MeetingsService) {
  routes.serve(getAttendanceSettings, (caller, { params }) =>
    meetings.attendanceSettings(caller, params.bodyId),
  );
  routes.serve(setAttendanceSettings, (caller, { params, body }) =>
    meetings.setAttendanceSettings(caller, params.bodyId, body),
  );
  routes.serve(getMeetingAttendanceSettings, (caller, { params }) =>
    meetings.meetingAttendanceSettings(caller, params.meetingId),
  );
  routes.serve(getCheckIns, (caller, { params }) => meetings.checkIns(caller, params.meetingId));
  routes.serve(setCheckIns, (caller, { params, body }) =>
    meetings.setCheckIns(caller, params.meetingId, body.byHand),
  );
}

function catalogueRoutes(routes: Routes, meetings: MeetingsService) {
  routes.serve(listRooms, (caller, { query }) => meetings.listRooms(caller, query));
  routes.serve(createRoom, (caller, { body }) => meetings.createRoom(caller, body));
  routes.serve(updateRoom, (caller, { params, body }) =>
    meetings.updateRoom(caller, params.roomId, body),
  );
  routes.serve(listBodies, (caller, { query }) => meetings.listBodies(caller, query));
  routes.serve(createBody, (caller, { body }) => meetings.createBody(caller, body));
  routes.serve(updateBody, (caller, { params, body }) =>
    meetings.updateBody(caller, params.bodyId, body),
  );
}
