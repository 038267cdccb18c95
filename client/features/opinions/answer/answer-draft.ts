import { z } from 'zod';
import { Marks } from '../../../../models/contracts/ballots.ts';
import {
  type ItemAnswer,
  type SlipItem,
  longestOpinion,
} from '../../../../models/contracts/opinions.ts';
import type { Id } from '../../../../models/ids.ts';

const DraftItem = z.object({
  key: z.number().int(),
  /** Null while nothing is chosen. */
  marks: Marks.nullable(),
  opinion: z.string(),
});
export type DraftItem = z.infer<typeof DraftItem>;
const Draft = z.array(DraftItem);
export type Draft = z.infer<typeof Draft>;

/** A draft for these items: what was sent, or nothing chosen. */
export const draftOf = (items: readonly SlipItem[], answers: readonly ItemAnswer[] | null): Draft =>
  items.map(({ key }) => {
    const answer = answers?.find((one) => one.key === key);
    return { key, marks: answer?.marks ?? null, opinion: answer?.opinion ?? '' };
  });

/** Whether a draft that was kept is one for these items. */
const fits = (items: readonly SlipItem[], draft: Draft): boolean =>
  draft.length === items.length && draft.every(({ key }, at) => items[at]?.key === key);

/**
 * The draft as an answer that can be sent.
 * @returns instead the keys of the items that are not answered yet, or whose opinion is too long
 */
export function answersOf(
  items: readonly SlipItem[],
  draft: Draft,
): { answers: ItemAnswer[] } | { missing: number[] } {
  const answers: ItemAnswer[] = [];
  const missing: number[] = [];
  for (const { key, paper } of items) {
    const one = draft.find((item) => item.key === key);
    const marks = one?.marks ?? null;
    const isEnough =
      paper.kind === 'motion' ||
      (marks?.kind === 'choose' &&
        marks.chosen.length >= paper.min &&
        marks.chosen.length <= paper.max);
    if (one === undefined || marks === null || !isEnough || one.opinion.length > longestOpinion)
      missing.push(key);
    else answers.push({ key, marks, opinion: one.opinion });
  }
  return missing.length > 0 ? { missing } : { answers };
}

/** The part of a browser's storage that is used. */
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A half-filled answer of one person to one slip, kept on this machine until it is sent. */
export interface DraftMemory {
  recall(items: readonly SlipItem[]): Draft | null;
  keep(draft: Draft): void;
  forget(): void;
}

/** Without storage the answer is written all the same, it only does not outlive the page. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}

/** @param storage gives localStorage; it throws where the browser keeps nothing */
export function draftMemory(personId: Id, slipId: Id, storage: () => Store): DraftMemory {
  const key = `nghi-truong.slip.${personId}.${slipId}`;
  return {
    recall: (items) =>
      attempt(() => {
        const kept = Draft.safeParse(JSON.parse(storage().getItem(key) ?? 'null')).data;
        return kept !== undefined && fits(items, kept) ? kept : null;
      }),
    keep: (draft) => void attempt(() => storage().setItem(key, JSON.stringify(draft))),
    forget: () => void attempt(() => storage().removeItem(key)),
  };
}
