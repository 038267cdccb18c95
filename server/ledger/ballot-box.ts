import { randomBytes } from 'node:crypto';
import type { Id } from '../../models/ids.ts';
import type { SecretBallot } from '../../models/voting/acts.ts';
import { canonicalJson } from '../../models/voting/canonical-json.ts';
import type { Keys } from '../platform/keys.ts';

// Until its close a secret poll has no ballots in its ledger: shown one by one, they would tell who gave which. So the id
// of each ballot vouches for it: the first 9 bytes are random, the last 7 a code over poll, marks and weight that only
// this server's key makes. It names nobody, and no time.

type Marked = Pick<SecretBallot, 'marks' | 'weight'>;

/** @returns a UUID of version 4 that only this ballot of this poll can have */
export function newBallotId(keys: Pick<Keys, 'macs'>, pollId: Id, ballot: Marked): Id {
  const random = randomBytes(9);
  random[6] = ((random[6] ?? 0) & 0x0f) | 0x40;
  random[8] = ((random[8] ?? 0) & 0x3f) | 0x80;
  const head = random.toString('hex');
  return uuidOf(head + (codesOf(keys, pollId, head, ballot)[0] ?? ''));
}

/** Whether a ballot lies in the box as it was put there. */
export function isOwnBallot(
  keys: Pick<Keys, 'macs'>,
  pollId: Id,
  { ballotId, ...ballot }: SecretBallot,
): boolean {
  const hex = ballotId.replaceAll('-', '');
  const [head, code] = [hex.slice(0, 18), hex.slice(18)];
  return codesOf(keys, pollId, head, ballot).includes(code);
}

/** By the present key, and by those before that are still good. */
const codesOf = (
  keys: Pick<Keys, 'macs'>,
  pollId: Id,
  head: string,
  { marks, weight }: Marked,
): string[] =>
  keys
    .macs('secret-ballot', pollId, head, canonicalJson(marks), String(weight))
    .map((mac) => Buffer.from(mac, 'base64url').toString('hex').slice(0, 14));

const uuidOf = (hex: string): Id =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  );
