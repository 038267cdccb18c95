import { after, hours } from '../platform/clock.ts';
import type { FacesDeps } from './faces-deps.ts';
import type { ConsentRow } from './consents-store.ts';

export const days = (count: number): number => hours(24 * count);

/** So long before its end people are reminded, and may renew it; of a short term, in its second half. */
const remindDays = 60;

type Given = Pick<ConsentRow, 'givenAt'> & { retainUntil?: string | null };

/** The day on which what was consented to goes by itself. */
export const endOf = (
  { config }: Pick<FacesDeps, 'config'>,
  { givenAt, retainUntil }: Given,
): string => retainUntil ?? after(givenAt, days(config.face.retentionDays));

export function endsSoon(deps: Pick<FacesDeps, 'config' | 'clock'>, consent: Given): boolean {
  const end = endOf(deps, consent);
  const half = (Date.parse(end) - Date.parse(consent.givenAt)) / 2;
  return end <= after(deps.clock.now(), Math.min(days(remindDays), half));
}
