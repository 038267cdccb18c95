import { readFileSync } from 'node:fs';
import { cpuMicroseconds, ticksPerSecond } from '../sfu/process-cpu.ts';
import { round } from '../report.ts';
import type { Players } from './children.ts';
import type { CrowdedServer } from './server.ts';

/** Milliseconds of processor time so far, and of the clock. */
export interface CoreTime {
  at: number;
  server: number;
  workers: number;
  participants: number;
  /** All that runs. */
  machine: number;
}

/** Reads who uses the cores. */
export function coreTime(server: CrowdedServer, players: readonly Players[]): CoreTime {
  const { node, mediaWorkers } = server.cpu();
  const participants = players.reduce((sum, { pid }) => sum + cpuMicroseconds(pid) / 1000, 0);
  return {
    at: performance.now(),
    server: node,
    workers: mediaWorkers,
    participants,
    machine: machineTime(),
  };
}

/** Cores in use on average between two readings; `others` is what has nothing to do with the measurement. */
export function coresBetween(from: CoreTime, to: CoreTime) {
  const cores = (of: (time: CoreTime) => number) =>
    round((of(to) - of(from)) / (to.at - from.at), 2);
  return {
    server: cores(({ server }) => server),
    workers: cores(({ workers }) => workers),
    participants: cores(({ participants }) => participants),
    others: cores((time) => time.machine - time.server - time.workers - time.participants),
  };
}

/** proc(5): user, nice, system, then idle and iowait, then irq, softirq and steal. */
function machineTime(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number);
  const used = ticks.reduce((sum, value, at) => (at === 3 || at === 4 ? sum : sum + value), 0);
  return (used / ticksPerSecond) * 1000;
}
