import { getMyPresence, listPresence } from '../../models/contracts/presence.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { RecheckService } from './recheck.ts';

export function presenceRoutes(routes: Routes, recheck: RecheckService): void {
  routes.serve(getMyPresence, (caller, { params }) => recheck.mine(caller, params.meetingId));
  routes.serve(listPresence, async (_caller, { params }) => ({
    items: await recheck.list(params.meetingId),
  }));
}
