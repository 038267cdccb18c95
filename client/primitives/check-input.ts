import type { z } from 'zod';
import { texts } from '../locales/index.ts';
import type { Problems } from './problems.ts';

/**
 * Checks what was entered against the contract before it is sent, for `useSubmit`.
 * @param messages what to say of each field, by its path such as `agenda.0.title` or `agenda.*.title`
 * @returns nothing when all is well
 */
export function checkInput(
  schema: z.ZodType,
  entered: unknown,
  messages: Readonly<Record<string, string>>,
): Problems | undefined {
  const parsed = schema.safeParse(entered);
  if (parsed.success) return undefined;
  const fields: Record<string, string> = {};
  for (const { path } of parsed.error.issues) {
    const name = path.join('.');
    const pattern = path.map((part) => (typeof part === 'number' ? '*' : part)).join('.');
    fields[name] ??= messages[name] ?? messages[pattern] ?? texts.t('checkField');
  }
  return { fields };
}
