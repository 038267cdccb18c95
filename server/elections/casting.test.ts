import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { trackerOf } from '../../models/belenios/ballot.ts';
import { createCredential } from '../../models/belenios/credentials.ts';
import type { Marks } from '../../models/contracts/ballots.ts';
import { registerCredential } from '../../models/contracts/elections.ts';
import { AppError } from '../../models/errors.ts';
import { fingerprintOf } from '../platform/idempotency.ts';
import { refusal } from '../testing/chamber.ts';
import { createVoterBrowser } from '../testing/election-browser.ts';
import { type ElectionHall, openElectionHall } from '../testing/election-hall.ts';

const voteFor: Marks = { kind: 'motion', choice: 'for' };
const voteAgainst: Marks = { kind: 'motion', choice: 'against' };
const present = [0, 1, 2, 3];

let hall: ElectionHall;
let pollId: string;
beforeEach(async () => {
  hall = await openElectionHall(4);
  await hall.checkIn(present);
  pollId = await hall.drafted({ of: 2 });
  await hall.trusteesWork(pollId);
  await hall.registerAll(pollId, present);
  await hall.openIt(pollId);
});
afterEach(() => hall.close());

const give = (member: number, ballot: string) =>
  hall.elections.cast(hall.member(member), { meetingId: hall.meetingId, pollId, ballot });
const code = async (attempt: Promise<unknown>) => (await refusal(attempt)).code;

describe('an encrypted ballot', () => {
  it('[VE30] sent again gets the same tracker and counts once, also after the end', async () => {
    const ballot = await hall.encrypted(pollId, 1, voteFor);
    const first = await give(1, ballot);
    expect(first).toEqual({ tracker: trackerOf(ballot) });
    expect(await give(1, ballot)).toEqual(first);
    const atOnce = await hall.encrypted(pollId, 2, voteFor);
    const answers = await Promise.all([give(2, atOnce), give(2, atOnce), give(2, atOnce)]);
    expect(new Set(answers.map(({ tracker }) => tracker)).size).toBe(1);
    await hall.closeIt(pollId);
    expect(await give(1, ballot)).toEqual(first);
    expect((await hall.view(pollId)).ballots).toBe(2);
  });

  it('[VE31] of an unknown credential, or of one that someone else has used, is refused', async () => {
    const { setup } = await hall.view(pollId);
    const stranger = createVoterBrowser(createCredential());
    const strange = stranger.ballot(setup?.election ?? '', [[1, 0, 0]]);
    expect(await code(give(1, strange))).toBe('credential_unknown');
    const others = await hall.encrypted(pollId, 2, voteFor);
    await give(2, others);
    // Another ballot of the same credential, by someone who has not voted.
    expect(await code(give(1, await hall.encrypted(pollId, 2, voteAgainst)))).toBe(
      'credential_used',
    );
    // A second credential for someone who has voted.
    expect(await code(give(2, await hall.encrypted(pollId, 1, voteFor)))).toBe('credential_used');
    // Someone else's ballot again tells nobody anything, and counts for nobody.
    await give(1, others);
    expect((await hall.view(pollId)).ballots).toBe(1);
  });

  it('[VE32] copied under another credential, or made for another election, is refused', async () => {
    const { uuid } = await hall.view(pollId);
    const ballot = await hall.encrypted(pollId, 2, voteFor);
    const [own, copied] = [1, 2].map((one) => hall.browsers.voters[one]?.credential(uuid) ?? '');
    const copy = ballot.replace(copied ?? '', own ?? '');
    expect(await code(give(1, copy))).toBe('ballot_wrong');
    const elsewhere = ballot.replaceAll(uuid, `${uuid.slice(1)}A`);
    expect(await code(give(1, elsewhere))).toBe('ballot_wrong');
  });

  it('[VE33] that is garbage is refused and breaks nothing', async () => {
    const ballot = await hall.encrypted(pollId, 1, voteFor);
    const nested = '['.repeat(200_000) + ']'.repeat(200_000);
    const pieces = [
      '',
      '{}',
      'null',
      '[]',
      nested,
      ballot.slice(0, -1),
      ` ${ballot}`,
      `${ballot}x`,
    ];
    for (const garbage of pieces) expect(await code(give(1, garbage))).toBe('ballot_wrong');
    const changes = fc.tuple(
      fc.nat(ballot.length - 1),
      fc.constantFrom('0', '9', '"', 'x', '\u0000'),
    );
    await fc.assert(
      fc.asyncProperty(changes, async ([at, sign]) => {
        const changed = ballot.slice(0, at) + sign + ballot.slice(at + 1);
        if (changed === ballot) return;
        const error: unknown = await give(1, changed).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(AppError);
      }),
      { numRuns: 60 },
    );
    await give(1, ballot);
    expect((await hall.view(pollId)).ballots).toBe(1);
  });

  it('[VE34] of whoever is not on the roll is not even looked at', async () => {
    const ballot = await hall.encrypted(pollId, 1, voteFor);
    const { elections, secretary, meetingId } = hall;
    expect(await code(elections.cast(secretary(), { meetingId, pollId, ballot }))).toBe(
      'not_on_voter_roll',
    );
  });
});

type Row = Record<string, unknown>;

/** Every row of every table, as it lies there. */
function tablesOf(dataDir: string): { name: string; sql: string; rows: Row[] }[] {
  const file = new Sqlite(join(dataDir, 'nghi-truong.sqlite'), { readonly: true });
  try {
    const tables = file
      .prepare(`select name, sql from sqlite_master where type = 'table'`)
      .all() as { name: string; sql: string }[];
    return tables.map(({ name, sql }) => ({
      name,
      sql,
      rows: file.prepare(`select * from "${name}"`).all() as Row[],
    }));
  } finally {
    file.close();
  }
}

describe('what lies on the disk', () => {
  it('[VE40] relates nobody to a credential or a ballot, whatever is joined, while people vote and after', async () => {
    const { meetingId } = hall;
    const { uuid } = await hall.view(pollId);
    const credentials = present.map((one) => hall.browsers.voters[one]?.credential(uuid) ?? '');
    const trackers: string[] = [];
    for (const one of present) trackers.push((await hall.vote(pollId, one, voteFor)).tracker);
    trackers.push((await hall.vote(pollId, 2, voteAgainst)).tracker);
    const look = () => {
      for (const { name, rows } of tablesOf(hall.dataDir)) {
        for (const row of rows) {
          const all = JSON.stringify(row);
          const people = hall.memberIds.filter((id) => all.includes(id));
          const prints = credentials.flatMap((credential, at) => [
            credential,
            createHash('sha256').update(credential).digest('hex'),
            fingerprintOf(registerCredential.name, { meetingId, pollId, uuid, credential }),
            trackers[at] ?? '',
          ]);
          const secrets = [...prints, ...trackers.slice(4)].filter((one) => all.includes(one));
          expect(people.length > 0 && secrets.length > 0, `a row of ${name}`).toBe(false);
        }
      }
    };
    look();
    await hall.closeIt(pollId);
    await hall.trusteesWork(pollId);
    look();
  });

  it('[VE41] has no order of arrival: no row numbers, no times, sorted by what is random', async () => {
    for (const one of present) await hall.vote(pollId, one, voteFor);
    await hall.vote(pollId, 2, voteAgainst);
    const apart = new Set(['election_registrations', 'election_credentials', 'election_ballots']);
    for (const { name, sql, rows } of tablesOf(hall.dataDir)) {
      if (!apart.has(name)) continue;
      expect(sql).toMatch(/WITHOUT ROWID$/);
      expect(rows.length).toBeGreaterThan(0);
      const keys = rows.flatMap((row) => Object.keys(row));
      expect(keys.filter((key) => /_at$|time|sequence|^id$/.test(key))).toEqual([]);
    }
    const trackersIn = async () => {
      const text = (await hall.record(pollId)).toString('latin1');
      return [...text.matchAll(/\{"election_uuid":.*?\}(?=\0)/g)].map(([ballot]) =>
        trackerOf(ballot),
      );
    };
    const during = await trackersIn();
    expect(during).toHaveLength(5);
    // Of those who voted once the order is that of the hashes; the second of a credential comes after.
    expect(during.slice(0, 4)).toEqual(during.slice(0, 4).toSorted());
    await hall.closeIt(pollId);
    expect(await trackersIn()).toEqual(during);
    const moved = tablesOf(hall.dataDir).find(({ name }) => name === 'election_ballots');
    expect(moved?.rows).toEqual([]);
  });

  it('[VE42] tells of a second ballot nothing but that it is there', async () => {
    await hall.vote(pollId, 1, voteFor);
    const entries = async () =>
      (await hall.audit.list({ limit: 100 })).items.length +
      (await hall.ledger.read(hall.database.read, pollId)).length;
    const before = await entries();
    await hall.vote(pollId, 1, voteAgainst);
    expect(await entries()).toBe(before);
  });
});
