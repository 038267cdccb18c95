import { dayInWords } from './paper-dates.ts';
import type { Paper } from './paper.ts';

/** What stands at the head of papers of a body. */
export interface Letterhead {
  /** Under whom the body is, where that is known. */
  organisationName: string | null;
  bodyName: string;
  /** From where its papers are dated; empty where nobody has said. */
  place: string;
}

/** The head of a paper that a body makes on a day; a place that is not known is left to the pen. */
export const headOfPaper = (
  { organisationName, bodyName, place }: Letterhead,
  at: string,
): Pick<Paper, 'parent' | 'agency' | 'placeAndDay'> => ({
  parent: organisationName === bodyName ? null : organisationName,
  agency: bodyName,
  placeAndDay: `${place || '...............'}, ${dayInWords(at)}`,
});
