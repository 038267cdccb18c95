import type { NetworkFindings } from '../../../../models/contracts/network.ts';
import type { Id } from '../../../../models/ids.ts';
import { saveFile } from '../../../primitives/download.ts';
import { judgeLine } from './line-judgement.ts';

interface Report {
  meetingId: Id;
  fullName: string;
  at: Date;
  findings: NetworkFindings;
}

/** Lets the browser save the result of a test as a JSON file, to be passed on by other means. */
export function saveReport({ meetingId, fullName, at, findings }: Report): void {
  const content = { meetingId, fullName, at, judgement: judgeLine(findings), findings };
  const minute = at.toISOString().slice(0, 16).replaceAll(':', '');
  saveFile(`nghi-truong-duong-truyen-${minute}.json`, JSON.stringify(content, null, 2));
}
