import { describe, expect, test } from 'vitest';
import { archiveOf, holdElection } from './testing/own-election.ts';
import { FormatError, decode, encode } from './json.ts';
import { createTally } from './tally.ts';
import { decodeBallot } from './ballot.ts';
import { verifyPartial } from './decryption.ts';
import { readPartialDecryption } from './messages.ts';
import {
  DecryptionRefused,
  createTrusteeSecret,
  decodeTrusteeSecret,
  decryptTally,
  keyInRecord,
  sentKey,
  trusteeGroup,
  workKeyStep,
} from './trustee.ts';

const group = trusteeGroup();
const yesNo = [{ answers: ['Có', 'Không'], min: 1, max: 1, question: 'Có đồng ý?' }];
const plan = {
  questions: yesNo,
  voters: 3,
  single: 2,
  votes: [
    [0, [[1, 0]]],
    [1, [[0, 1]]],
    [1, [[1, 0]]],
  ] satisfies [number, number[][]][],
};
const held = holdElection(plan);
const { context, steps, trustees } = held;
const { uuid } = context.election;
const electionText = steps[0]?.data[0] ?? '';
const tallied = steps.slice(0, steps.findIndex(({ type }) => type === 'EncryptedTally') + 1);
const record = archiveOf(tallied);
const whole = held.tally.encrypted();
const inputOf = (tally: unknown) => encode({ election: electionText, tally, sealed: null });
const secretAt = (index: number) => ({
  ...createTrusteeSecret(group),
  key: trustees.secrets[index] ?? 0n,
});

async function faultOf(work: Promise<unknown>) {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof DecryptionRefused) return error.fault;
    throw error;
  }
}

describe('a trustee who decrypts', () => {
  test('[VT1] decrypts the sum of the ballots in the record, of each credential the last', async () => {
    const task = { place: 2, input: inputOf(whole), uuid, archive: record };
    const { payload, ballots } = await decryptTally(secretAt(1), task);
    expect(ballots).toBe(2);
    const share = decode(payload, readPartialDecryption(group));
    const key = group.powerOfG(secretAt(1).key);
    expect(verifyPartial(context, whole, key, share)).toBe(true);
  });

  test('[VT2] refuses a single ballot in place of the sum, and any other sum of some of them', async () => {
    const subsets = [[], [0], [1], [2], [0, 1]];
    for (const some of subsets) {
      const other = createTally(context);
      for (const at of some) other.add(decodeBallot(context, held.ballots[at] ?? ''), 1n);
      const input = inputOf(other.encrypted());
      const task = { place: 1, input, uuid, archive: record };
      expect(await faultOf(decryptTally(secretAt(0), task)), String(some)).toBe('tally');
    }
  });

  test('[VT3] refuses when the record names another key in the own place, or none of the own', async () => {
    const task = { place: 2, input: inputOf(whole), uuid, archive: record };
    expect(await faultOf(decryptTally(secretAt(0), task))).toBe('key');
    expect(await faultOf(decryptTally(secretAt(1), { ...task, place: 3 }))).toBe('key');
    expect(await faultOf(decryptTally(createTrusteeSecret(group), task))).toBe('key');
  });

  test('[VT4] refuses the record of another election, an unsound one, and one without a sum', async () => {
    const task = { place: 1, input: inputOf(whole), uuid, archive: record };
    const other = holdElection({ ...plan, votes: [] });
    const others = archiveOf(other.steps.slice(0, 3));
    const wrong: Uint8Array[] = [others, archiveOf(tallied.slice(0, -2)), record.slice(0, -512)];
    for (const archive of wrong)
      expect(await faultOf(decryptTally(secretAt(0), { ...task, archive }))).toBe('record');
    expect(await faultOf(decryptTally(secretAt(0), { ...task, uuid: `${uuid}a` }))).toBe('record');
    // A ballot left out, and the sum made to fit, leaves a record that is sound: the sums then differ.
    const fewer = [...tallied.slice(0, 1), ...tallied.slice(2)];
    expect(await faultOf(decryptTally(secretAt(0), { ...task, archive: archiveOf(fewer) }))).toBe(
      'record',
    );
  });
});

describe('a trustee who makes a key', () => {
  test('[VT5] never takes another number of trustees than was agreed', () => {
    const secret = createTrusteeSecret(group);
    const certs = [1, 2, 3].map(() =>
      workKeyStep(group, createTrusteeSecret(group), 'certificate', '{}', 2),
    );
    const own = workKeyStep(group, secret, 'certificate', '{}', 2);
    const list = `[${[own, ...certs].join(',')}]`;
    for (const threshold of [1, 2, 3, 4]) {
      const input = `{"threshold":${threshold},"certs":${list}}`;
      const work = () => workKeyStep(group, secret, 'polynomial', input, 2);
      if (threshold === 2) expect(work()).toContain('coefexps');
      else expect(work).toThrow(FormatError);
    }
  });

  test('[VT7] sends the public key that it will look for in the record', () => {
    const secret = secretAt(1);
    const sent = sentKey(group, 'key', workKeyStep(group, secret, 'key', '{}', null));
    const published = steps[0]?.data[1] ?? '';
    expect(keyInRecord(group, published, 2)).toBe(sent);
    expect(keyInRecord(group, published, 1)).not.toBe(sent);
    expect(keyInRecord(group, published, 3)).toBeNull();
  });

  test('[VT6] keeps its secret as text and reads it again', () => {
    const secret = createTrusteeSecret(group);
    expect(decodeTrusteeSecret(group, encode(secret))).toEqual(secret);
    expect(() => decodeTrusteeSecret(group, '{}')).toThrow(FormatError);
  });
});
