import { createContext, use } from 'react';
import { AppError, type ErrorCode, errorKinds } from '../../models/errors.ts';
import { currentLanguage, texts } from '../locales/index.ts';

/** What is wrong with a form: per field by its `name`, and for the whole, with the code of the refusal. */
export interface Problems {
  message?: string;
  /** What `errorReference` gives. */
  reference?: string;
  fields: Readonly<Record<string, string>>;
}

export const noProblems: Problems = { fields: {} };

/** What the form around a field holds; for fields that react-aria's own form context does not reach. */
export const ProblemsContext = createContext<Problems>(noProblems);

/** The problem of a named field: the one given, or the one that the form holds. */
export function useProblem(
  name: string | undefined,
  error: string | undefined,
): string | undefined {
  const { fields } = use(ProblemsContext);
  if (error !== undefined || name === undefined) return error;
  // The server names the part at fault, such as `members.3.personId`; the field holds all of `members`.
  return Object.entries(fields).find(([path]) => path === name || path.startsWith(`${name}.`))?.[1];
}

/** The code of a refusal; anything that is not one of ours is a defect and so `internal`. */
export const errorCodeOf = (error: unknown): ErrorCode =>
  error instanceof AppError ? error.code : 'internal';

/** The code, and the start of the request's id where there is one, for whoever looks into the log. */
export function errorReference(error: unknown): string {
  const code = errorCodeOf(error);
  const id = error instanceof Error && 'requestId' in error ? error.requestId : null;
  return typeof id === 'string' ? `${code} · ${id.slice(-8)}` : code;
}

/** What a refusal says to the person, in the language of the page. */
export function errorTitle(code: ErrorCode): string {
  const kind = errorKinds[code];
  return currentLanguage() === 'en' ? kind.en : kind.vi;
}

/**
 * Turns a refusal of the server into problems of a form. The server names the fields at fault in
 * `details.fields`; a code that always concerns one field can be tied to it by `byCode`, for example
 * `{ username_taken: 'username' }`.
 */
export function problemsOf(
  error: unknown,
  byCode: Partial<Record<ErrorCode, string>> = {},
): Problems {
  const code = errorCodeOf(error);
  const message = errorTitle(code);
  const reference = errorReference(error);
  const field = byCode[code];
  if (field) return { reference, fields: { [field]: message } };
  const named = error instanceof AppError ? error.details?.['fields'] : undefined;
  const fields = Array.isArray(named) ? named : [];
  return {
    reference,
    message,
    fields: Object.fromEntries(fields.map((name) => [name, texts.t('checkField')])),
  };
}
