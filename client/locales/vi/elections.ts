/** Secret polls that anyone can check: the voter's, the trustee's, the secretary's part, and the public record. */
export default {
  voter: {},
  trustee: {},
  prepare: {},
  record: {},
} as const;
