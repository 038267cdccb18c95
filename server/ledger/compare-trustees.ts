import { openElection } from '../../models/belenios/ballot.ts';
import { verifyPartial } from '../../models/belenios/decryption.ts';
import { FormatError, decode, encode } from '../../models/belenios/json.ts';
import { readPartialDecryption } from '../../models/belenios/messages.ts';
import { readEncryptedTally } from '../../models/belenios/tally.ts';
import { readTrustees, verificationKeys } from '../../models/belenios/trustees.ts';
import type { TrusteesDraft } from '../../models/contracts/trustees.ts';
import { openssl } from '../platform/power.ts';
import type { RawRow } from './check-store.ts';
import type { Difference } from './differences.ts';
import { type EventRow, fieldOf, jsonIn, setupIn } from './election-rows.ts';

/** What trustees sent must be what was published of it. What only they themselves can open is not. */
export function trusteeDifferences(
  { personIds }: TrusteesDraft,
  rows: readonly RawRow[],
  setup: ReturnType<typeof setupIn>,
  events: readonly EventRow[],
): Difference[] {
  const published = publishedIn(setup);
  const left = new Map(personIds.map((personId, at) => [at + 1, personId]));
  const differences = rows.flatMap((row): Difference[] => {
    const place = Number(row['place']);
    const personId = left.get(place);
    left.delete(place);
    if (personId === undefined) return [ofTrustee('added', place, null, [])];
    const fields = [
      ...(row['person_id'] === personId ? [] : ['person_id']),
      ...messageFields(row, published?.[place - 1]),
      ...(isDecryption(row, place, setup, events) ? [] : ['decryption']),
    ];
    return fields.length === 0 ? [] : [ofTrustee('changed', place, personId, fields)];
  });
  const removed = [...left].map(([place, personId]) => ofTrustee('removed', place, personId, []));
  return [...differences, ...removed];
}

const ofTrustee = (
  kind: Difference['kind'],
  place: number,
  personId: string | null,
  fields: string[],
): Difference => ({ table: 'election_trustees', kind, row: String(place), personId, fields });

/** Of each trustee what the set-up shows, as the columns must hold it. */
type Published = Partial<Record<'key' | 'certificate' | 'coefexps' | 'verification', unknown>>;

function publishedIn(setup: ReturnType<typeof setupIn>): Published[] | null {
  const kinds = jsonIn(setup?.[1]);
  if (!Array.isArray(kinds)) return null;
  return kinds.flatMap((kind): Published[] => {
    const [name, one]: unknown[] = Array.isArray(kind) ? kind : [];
    if (name === 'Single') return [{ key: one }];
    const listed = (field: string): unknown[] => {
      const found = fieldOf(one, field);
      return Array.isArray(found) ? found : [];
    };
    return listed('certs').map((certificate, at) => ({
      certificate,
      coefexps: listed('coefexps')[at],
      verification: listed('verification_keys')[at],
    }));
  });
}

const same = (one: unknown, other: unknown): boolean =>
  one !== undefined && encode(one) === encode(other ?? null);

function messageFields(row: RawRow, published: Published | undefined): string[] {
  if (published === undefined) return [];
  const { key, certificate, coefexps, verification } = published;
  const isKey = key === undefined ? row['key'] === null : row['key'] === encode(key);
  if (key !== undefined) {
    const strange = ['certificate', 'polynomial', 'share'].filter((name) => row[name] !== null);
    return isKey ? strange : ['key', ...strange];
  }
  return [
    ...(isKey ? [] : ['key']),
    ...(row['certificate'] === encode(certificate ?? null) ? [] : ['certificate']),
    ...(same(fieldOf(jsonIn(row['polynomial']), 'coefexps'), coefexps) ? [] : ['polynomial']),
    ...(same(fieldOf(jsonIn(row['share']), 'public_key'), verification) ? [] : ['share']),
  ];
}

/** A decryption is the one in the record; before the result it proves itself. */
function isDecryption(
  { decryption }: RawRow,
  place: number,
  setup: ReturnType<typeof setupIn>,
  events: readonly EventRow[],
): boolean {
  const own = events.find(
    ({ type, data }) =>
      type === 'PartialDecryption' && fieldOf(jsonIn(data?.[1]), 'owner') === place,
  );
  if (own !== undefined) return decryption === own.data?.[0];
  if (decryption === null || setup === null) return decryption === null;
  const tally = events.find(({ type }) => type === 'EncryptedTally')?.data?.[0];
  return isProven(setup, tally ?? '', place, String(decryption));
}

function isProven(
  [election, trustees]: readonly [string, string, string],
  tally: string,
  place: number,
  share: string,
): boolean {
  try {
    const context = openElection(election, openssl);
    const key = verificationKeys(decode(trustees, readTrustees(context.group)))[place - 1];
    const sum = decode(tally, readEncryptedTally(context));
    const read = decode(share, readPartialDecryption(context.group));
    return key !== undefined && verifyPartial(context, sum, key, read);
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}
