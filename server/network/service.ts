import { type Probes, type ProbesDeps, createProbes } from './probes.ts';
import { type Reports, type ReportsDeps, createReports } from './reports.ts';

/** Tests of a line before joining, and the reports that people send of them. */
export type NetworkService = Probes & Reports;

export function createNetworkService(deps: ProbesDeps & ReportsDeps): NetworkService {
  return { ...createProbes(deps), ...createReports(deps) };
}
