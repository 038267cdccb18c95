import { z } from 'zod';
import { Id } from '../ids.ts';
import { inMeeting } from './access.ts';
import { Instant } from './common.ts';
import { fileRoute, route } from './route.ts';
import { pollParams } from './voting.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Base64url, without padding. */
const Bytes = z.string().regex(/^[\w-]+$/);

/** An Ed25519 key of this server. */
export const SigningKey = z.object({
  /** The first 16 hex digits of the SHA-256 of the key. */
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  publicKey: Bytes,
});
export type SigningKey = z.infer<typeof SigningKey>;

/** The server's word that a ledger stood at this entry. */
export const LedgerSignature = SigningKey.extend({
  sequence: z.number().int().nonnegative(),
  hash: Hash,
  signedAt: Instant,
  signature: Bytes,
});
export type LedgerSignature = z.infer<typeof LedgerSignature>;

/** The record of one poll or slip as it is downloaded: everything a check needs, without the server. */
export const LedgerFile = z.object({
  format: z.literal('nghi-truong-ledger'),
  version: z.literal(1),
  ledgerId: Id,
  /** Canonical JSON of each entry, in order: exactly the bytes that were hashed. */
  entries: z.array(z.object({ hash: Hash, entry: z.string() })),
  signatures: z.array(LedgerSignature),
});
export type LedgerFile = z.infer<typeof LedgerFile>;

export const getSigningKeys = route({
  method: 'GET',
  path: '/api/signing-keys',
  summary: 'The keys with which this server signs records: the one in use first',
  who: ['anyone'],
  response: z.object({ items: z.array(SigningKey) }),
});

export const recordFile = fileRoute({
  path: '/api/meetings/:meetingId/polls/:pollId/record',
  summary: 'The record of a poll, to be checked without the server; once its result is shown',
  who: inMeeting,
  params: pollParams,
});

export const resultFormats = ['pdf', 'xlsx', 'csv', 'json'] as const;
export const resultFile = fileRoute({
  path: '/api/meetings/:meetingId/polls/:pollId/result.:format',
  summary: 'The result of a poll as a file, once it is shown',
  who: inMeeting,
  params: pollParams.extend({ format: z.enum(resultFormats) }),
});

/** What the tables of the database hold otherwise than the ledgers tell. */
export const LedgerDifference = z.object({
  /** The poll or slip. */
  ledgerId: z.string(),
  table: z.string(),
  /** `impossible`: an entry whose hash is right, and which cannot have happened. */
  kind: z.enum(['changed', 'removed', 'added', 'reordered', 'impossible']),
  /** The row: the person, the ballot or the number of the entry; null for the poll or slip itself. */
  row: z.string().nullable(),
  personId: z.string().nullable(),
  /** Columns, or what is wrong with the entry. */
  fields: z.array(z.string()),
});
export type LedgerDifference = z.infer<typeof LedgerDifference>;

export const LedgerReport = z.object({
  ok: z.boolean(),
  checkedAt: Instant,
  ledgers: z.number().int(),
  entries: z.number().int(),
  differences: z.array(LedgerDifference),
});
export type LedgerReport = z.infer<typeof LedgerReport>;

export const checkLedgers = route({
  method: 'GET',
  path: '/api/ledger-check',
  summary: 'Compare all polls in the database with their ledgers and signatures',
  who: ['administrator'],
  response: LedgerReport,
});
