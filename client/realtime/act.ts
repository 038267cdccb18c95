import { type Id, newId } from '../../models/ids.ts';
import { isUncertain } from './refusal.ts';

/**
 * Gives each act of a person its id. An act that failed without an answer may have been recorded: doing the
 * same again is then the same act, under the same id, and not a second one.
 */
export function createActs() {
  let unsure: { content: string; id: Id } | null = null;
  return async <T>(content: unknown, perform: (id: Id) => Promise<T>): Promise<T> => {
    const text = JSON.stringify(content);
    const act = unsure?.content === text ? unsure : { content: text, id: newId() };
    try {
      const answer = await perform(act.id);
      unsure = null;
      return answer;
    } catch (error) {
      unsure = isUncertain(error) ? act : null;
      throw error;
    }
  };
}
