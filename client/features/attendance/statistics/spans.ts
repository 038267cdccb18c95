/** What is looked at, back from today. */
export const spans = ['month', 'quarter', 'year', 'ever'] as const;
export type Span = (typeof spans)[number];

const days: Record<Exclude<Span, 'ever'>, number> = { month: 30, quarter: 91, year: 365 };
const day = 24 * 60 * 60_000;
const isoDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
});

/** Days in Việt Nam, both included. */
export function daysOf(span: Span, now: number): { from: string; to: string } {
  const to = isoDay.format(now);
  return { from: span === 'ever' ? '2000-01-01' : isoDay.format(now - days[span] * day), to };
}
