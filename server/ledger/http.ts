import {
  checkLedgers,
  getSigningKeys,
  recordFile,
  resultFile,
} from '../../models/contracts/ledger.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { RecordsService } from './records-service.ts';
import type { LedgerService } from './service.ts';

interface LedgerDoors {
  ledger: LedgerService;
  records: RecordsService;
}

export function ledgerRoutes(routes: Routes, { ledger, records }: LedgerDoors): void {
  routes.serve(getSigningKeys, async () => ({ items: ledger.signingKeys() }));
  routes.serve(checkLedgers, () => records.check());
  routes.serveFile(recordFile, (caller, params) => records.record(caller, params));
  routes.serveFile(resultFile, (caller, params) => records.result(caller, params));
}
