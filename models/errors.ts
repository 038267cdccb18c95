import { type ErrorKind, kinds } from './error-kinds/index.ts';

export type ErrorCode = keyof typeof kinds;
export const errorCodes = Object.keys(kinds) as [ErrorCode, ...ErrorCode[]];
export const errorKinds: Readonly<Record<ErrorCode, ErrorKind>> = kinds;

/** Facts about an error that a client can use, such as the fields at fault. Never personal data. */
export type ErrorDetails = Record<string, string | number | boolean | string[]>;

/** A refusal with a code of the taxonomy; anything else that is thrown is a defect and becomes `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, details?: ErrorDetails) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return errorKinds[this.code].status;
  }
}
