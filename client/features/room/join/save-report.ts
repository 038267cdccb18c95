import type { NetworkFindings } from '../../../../models/contracts/network.ts';
import type { Id } from '../../../../models/ids.ts';
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
  const file = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `nghi-truong-duong-truyen-${at.toISOString().slice(0, 16).replaceAll(':', '')}.json`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
