export default {
  voter: {},
  trustee: {},
  prepare: {},
  record: {},
} as const;
