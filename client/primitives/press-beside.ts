/**
 * Whether a press beside a dialog or sheet closes it: one on its veil, unless it holds a form, because what was entered
 * would be lost. A press on anything else is not meant for it, such as a second one on a list that is just going.
 */
export const pressCloses = (pressed: Element): boolean =>
  pressed.querySelector('[role="dialog"]') !== null && pressed.querySelector('form') === null;
