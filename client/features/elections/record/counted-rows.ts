import type { Question } from '../../../../models/belenios/messages.ts';

/** An answer and how often it was chosen. */
export interface CountedRow {
  /** Null for a blank vote. */
  answer: string | null;
  votes: number;
  /** Of the whole width: 1 for the answer that everyone chose. */
  share: number;
}

/**
 * The counts of a question as rows, blank votes last.
 * @param counts as in the result: blank votes first where they are allowed
 * @param ballots that were counted
 */
export function countedRows(
  { answers, blank }: Question,
  counts: readonly bigint[],
  ballots: number,
): CountedRow[] {
  const votes = counts.map(Number);
  const [empty, chosen] = blank === true ? [votes.slice(0, 1), votes.slice(1)] : [[], votes];
  const row = (answer: string | null, count: number): CountedRow => ({
    answer,
    votes: count,
    share: ballots === 0 ? 0 : Math.min(1, count / ballots),
  });
  return [
    ...answers.map((answer, at) => row(answer, chosen[at] ?? 0)),
    ...empty.map((count) => row(null, count)),
  ];
}
