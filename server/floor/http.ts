import { getFloor, listSpeeches } from '../../models/contracts/floor.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { FloorService } from './service.ts';

export function floorRoutes(routes: Routes, floor: FloorService): void {
  routes.serve(getFloor, (caller, { params }) => floor.floor(caller, params.meetingId));
  routes.serve(listSpeeches, (caller, { params }) => floor.speeches(caller, params.meetingId));
}
