import { listAudit } from '../../models/contracts/audit.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { AuditService } from './service.ts';

export function auditRoutes(routes: Routes, audit: AuditService): void {
  routes.serve(listAudit, (_caller, { query }) => audit.list(query));
}
