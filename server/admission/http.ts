import { getDoor } from '../../models/contracts/admission.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { AdmissionService } from './service.ts';

export function admissionRoutes(routes: Routes, admission: AdmissionService): void {
  routes.serve(getDoor, (caller, { params }) => admission.door(caller, params.meetingId));
}
