import {
  correctTogether,
  getRollHistory,
  rollFile,
  undoCorrections,
} from '../../models/contracts/attendance.ts';
import {
  getAttendanceStatistics,
  listMyAttendance,
  statisticsFile,
} from '../../models/contracts/attendance-statistics.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { AttendanceService } from './service.ts';
import type { StatisticsService } from './statistics.ts';

interface RollDoors {
  attendance: AttendanceService;
  statistics: StatisticsService;
}

/** What the secretariat does with a roll beyond reading it, and what rolls say over time. */
export function rollRoutes(routes: Routes, { attendance, statistics }: RollDoors): void {
  routes.serve(correctTogether, (caller, { params, body }) =>
    attendance.correctTogether(caller, { ...params, ...body }),
  );
  routes.serve(undoCorrections, (caller, { params, body }) =>
    attendance.undoCorrections(caller, params.meetingId, body.changeIds),
  );
  routes.serve(getRollHistory, (caller, { params }) =>
    attendance.history(caller, params.meetingId, params.personId),
  );
  routes.serveFile(rollFile, (caller, params) => attendance.rollFile(caller, params));
  routes.serve(getAttendanceStatistics, (caller, { params, query }) =>
    statistics.ofBody(caller, { ...params, ...query }),
  );
  routes.serveFile(statisticsFile, (caller, params) => statistics.file(caller, params));
  routes.serve(listMyAttendance, (caller) => statistics.mine(caller));
}
