import {
  type NetworkFindings,
  type NetworkWay,
  type WayReport,
  networkWays,
} from '../../../../models/contracts/network.ts';

/** What a person should do; the words are in the texts under `network.advice`. */
export type LineAdvice =
  'unreachable' | 'udpBlocked' | 'relayOnly' | 'loss' | 'delay' | 'audio' | 'noCamera' | 'saver';

export interface LineJudgement {
  level: 'good' | 'fair' | 'poor' | 'none';
  /** The best way that works. */
  way: NetworkWay | null;
  advice: LineAdvice[];
}

/** Kilobits per second: below the first only speech gets through, below the second only small pictures. */
const upForAnyPicture = 250;
const downForAnyPicture = 250;
const downForPictures = 1000;
/** As in a meeting: above a tenth words go missing; ITU-T G.114 on delay, there and back. */
const lossFair = 0.03;
const lossPoor = 0.1;
const roundTripFair = 300;

/** What the figures of a test mean for a meeting. The best way counts: the browser takes it by itself. */
export function judgeLine(findings: NetworkFindings): LineJudgement {
  const way = networkWays.find((one) => findings[one]?.reachable) ?? null;
  const report = way === null ? null : findings[way];
  if (way === null || report === null) return { level: 'none', way: null, advice: ['unreachable'] };
  const path: LineAdvice[] =
    way === 'udp' ? [] : way === 'tcp' ? ['udpBlocked'] : ['udpBlocked', 'relayOnly'];
  const flow = flowAdvice(report);
  const isPoor = (report.loss ?? 0) > lossPoor || flow.includes('audio');
  const level = isPoor ? 'poor' : path.length + flow.length > 0 ? 'fair' : 'good';
  return { level, way, advice: [...flow, ...path] };
}

function flowAdvice({ loss, rttMs, upKbps, downKbps }: WayReport): LineAdvice[] {
  const advice: LineAdvice[] = [];
  if ((loss ?? 0) > lossFair) advice.push('loss');
  if ((rttMs ?? 0) > roundTripFair) advice.push('delay');
  if ((downKbps ?? Infinity) < downForAnyPicture) return [...advice, 'audio'];
  if ((upKbps ?? Infinity) < upForAnyPicture) advice.push('noCamera');
  if ((downKbps ?? Infinity) < downForPictures) advice.push('saver');
  return advice;
}
