/** When an open poll closes by itself: never, or so many minutes later. */
export interface EndTime {
  choice: 'none' | '1' | '2' | '5' | 'own';
  /** Of the choice `own`; null while nothing is entered. */
  minutes: number | null;
}
export const noEnd: EndTime = { choice: 'none', minutes: 3 };
export const endChoices = ['none', '1', '2', '5', 'own'] as const;

/** The longest that the server takes, minutes. */
export const mostMinutes = 1440;

/** Null for not before someone closes it. */
export function secondsOf({ choice, minutes }: EndTime): number | null {
  if (choice === 'none') return null;
  return choice === 'own' ? (minutes ?? 1) * 60 : Number(choice) * 60;
}

/** What is left until the end, in whole seconds and not below zero; null without an end. */
export const secondsLeftOf = (endsAt: string | null, now: number): number | null =>
  endsAt === null ? null : Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 1000));

/** The end so much later; counted from now where there was none. As the server takes it. */
export const secondsAfter = (left: number | null, more: number): number =>
  Math.min(mostMinutes * 60, Math.max(10, (left ?? 0) + more));
