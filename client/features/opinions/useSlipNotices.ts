import { useQueryClient } from '@tanstack/react-query';
import {
  getMySlip,
  getSlip,
  getSlipReport,
  listMySlips,
  listSlips,
  slipChanged,
} from '../../../models/contracts/opinions.ts';
import { useNotice, useRestored } from '../../realtime/provider.tsx';

const routes = [listSlips, listMySlips, getSlip, getMySlip, getSlipReport];

/** Reads again what is shown of slips whenever one changes, and after the line was away. */
export function useSlipNotices(): void {
  const client = useQueryClient();
  const readAgain = () => {
    for (const { path } of routes) void client.invalidateQueries({ queryKey: [path] });
  };
  useNotice(slipChanged, readAgain);
  useRestored(readAgain);
}
