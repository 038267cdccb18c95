/**
 * The one error taxonomy. Every refusal that leaves the server carries a code of this table; the client
 * shows the title in the person's language, so a code is never reused for another meaning.
 */
export interface ErrorKind {
  /** HTTP status of the answer; socket acks carry the same number. */
  status: number;
  vi: string;
  en: string;
}
