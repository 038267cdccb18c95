import type { SealedTrial } from '../../../../models/belenios/trial-file.ts';

/** A sealed ballot beside what the voter wanted on it. */
export interface OwnTrial extends SealedTrial {
  /** As `choicesOf` gives it. */
  wanted: number[][];
}

/** Whether the browser has encrypted what was wanted. */
export const isTrue = ({ wanted, opened }: OwnTrial): boolean =>
  opened !== null &&
  'choices' in opened &&
  JSON.stringify(opened.choices) === JSON.stringify(wanted);
