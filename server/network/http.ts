import { listNetworkReports, sendNetworkReport } from '../../models/contracts/network.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { NetworkService } from './service.ts';

export function networkRoutes(routes: Routes, network: NetworkService): void {
  routes.serve(sendNetworkReport, (caller, { params, body }) =>
    network.sendReport(caller, params.meetingId, body),
  );
  routes.serve(listNetworkReports, (_caller, { params }) => network.listReports(params.meetingId));
}
