import { beforeAll, describe, expect, test } from 'vitest';
import { type Finding, verifyArchive } from './archive/verify.ts';
import { type ElectionContext, decodeBallot, openElection, verifyBallot } from './ballot.ts';
import { readCredentials, secretOf } from './credentials.ts';
import { partialDecryption, verifyPartial } from './decryption.ts';
import { jsonHash, sha256Hex } from './hash.ts';
import { decode, encode } from './json.ts';
import type { Ballot, Question } from './messages.ts';
import { randomBelow } from './random.ts';
import { signBallot } from './schnorr.ts';
import { type OwnElection, type Step, archiveOf, holdElection } from './testing/own-election.ts';
import { createTally, encodeTally, readEncryptedTally, tallyOf } from './tally.ts';

/** What others have got wrong, tried by someone who knows every secret but those that the rule is about. */

const question: Question = { answers: ['Có', 'Không'], min: 0, max: 2, question: 'Đồng ý?' };
const plan = (votes: [number, number[][]][]) => ({
  questions: [question],
  voters: 3,
  single: 2,
  votes,
});

let election: OwnElection;
let other: OwnElection;
beforeAll(() => {
  election = holdElection(
    plan([
      [0, [[1, 0]]],
      [1, [[1, 1]]],
      [0, [[0, 1]]],
    ]),
  );
  other = holdElection(plan([[0, [[1, 0]]]]));
});

const ballotOf = ({ context, ballots }: OwnElection, index = 0): Ballot =>
  decodeBallot(context, ballots[index] ?? '');

/** Signs a changed ballot with a credential, as its owner would. */
function resigned(
  { group, election: { uuid } }: ElectionContext,
  ballot: Ballot,
  credential: string,
) {
  const { signature: _, ...unsigned } = ballot;
  const hash = jsonHash(encode(unsigned));
  const proof = signBallot(group, secretOf(group, uuid, credential), hash);
  return encode({ ...unsigned, signature: { hash, proof } });
}

async function findings(steps: readonly Step[]): Promise<Finding[]> {
  return (await verifyArchive(archiveOf(steps))).errors;
}

describe('[election] a ballot', () => {
  test('as it was made is right', () => {
    for (const ballot of election.ballots)
      expect(verifyBallot(election.context, ballot)).toBeNull();
  });

  test('is nobody else’s: submitted again under another credential its proofs do not hold', () => {
    const { context, credentials } = election;
    const credential = credentials[2] ?? '';
    const stolen: Ballot = {
      ...ballotOf(election),
      credential: context.group.powerOfG(
        secretOf(context.group, context.election.uuid, credential),
      ),
    };
    const found = verifyBallot(context, resigned(context, stolen, credential));
    expect(found).toEqual({ fault: 'individual-proof', question: 0, choice: 0 });
  });

  test('of another election is refused, and so is one that only says it is of this', () => {
    const foreign = ballotOf(other);
    expect(verifyBallot(election.context, encode(foreign))).toEqual({ fault: 'wrong-election' });
    const { context, credentials } = election;
    const credential = credentials[0] ?? '';
    const claimed: Ballot = {
      ...foreign,
      election_uuid: context.election.uuid,
      election_hash: context.fingerprint,
      credential: ballotOf(election).credential,
    };
    const found = verifyBallot(context, resigned(context, claimed, credential));
    expect(found).toMatchObject({ fault: 'individual-proof' });
  });

  test('holds for one text of the election only: the fingerprint is in every proof', () => {
    const { context, credentials } = election;
    const text = encode({ ...context.election, name: 'Another name' });
    const renamed = openElection(text);
    const claimed = { ...ballotOf(election), election_hash: renamed.fingerprint };
    const found = verifyBallot(renamed, resigned(renamed, claimed, credentials[0] ?? ''));
    expect(found).toMatchObject({ fault: 'individual-proof' });
  });

  test('has its proofs where they belong', () => {
    const { context, credentials } = election;
    const ballot = ballotOf(election);
    const [answer] = ballot.answers;
    if (!answer) throw new Error('no answer');
    const swapped = [
      { ...answer, individual_proofs: answer.individual_proofs.toReversed() },
      { ...answer, choices: answer.choices.toReversed() },
      {
        ...answer,
        individual_proofs: answer.individual_proofs.map((proofs) => proofs.toReversed()),
      },
      { ...answer, overall_proof: answer.overall_proof.toReversed() },
    ];
    for (const changed of swapped) {
      const json = resigned(context, { ...ballot, answers: [changed] }, credentials[0] ?? '');
      expect(verifyBallot(context, json)?.fault).toMatch(/^(individual|overall)-proof$/);
    }
  });

  test('consists of elements of the group: −α has the right size and even passes some proofs', () => {
    const { context, credentials } = election;
    const ballot = ballotOf(election);
    const [answer] = ballot.answers;
    if (!answer) throw new Error('no answer');
    for (const name of ['alpha', 'beta'] as const) {
      const choices = answer.choices.map((choice, index) =>
        index === 1 ? { ...choice, [name]: context.group.p - choice[name] } : choice,
      );
      const changed = { ...ballot, answers: [{ ...answer, choices }] };
      expect(verifyBallot(context, resigned(context, changed, credentials[0] ?? ''))).toEqual({
        fault: 'not-in-group',
        question: 0,
        choice: 1,
      });
    }
  });

  test('is signed by its credential, over all of it', () => {
    const { context, credentials } = election;
    const ballot = ballotOf(election);
    const signature = { ...ballot.signature, hash: jsonHash('something else') };
    expect(verifyBallot(context, encode({ ...ballot, signature }))?.fault).toBe('ballot-hash');
    const forged = resigned(context, ballot, credentials[1] ?? '');
    expect(verifyBallot(context, forged)?.fault).toBe('ballot-signature');
  });

  test('counts once: of a credential the last, and no other', async () => {
    const { context, list, steps, ballots } = election;
    expect(steps.at(-1)?.data[0]).toBe('{"result":[[1,2]]}');
    const first = ballots.slice(0, 2).map((json) => decodeBallot(context, json));
    const tally = encodeTally(tallyOf(context, first, readCredentials(list, '')));
    const at = steps.findIndex(({ type }) => type === 'EncryptedTally');
    const found = await findings(steps.with(at, { type: 'EncryptedTally', data: tally }));
    expect(found[0]).toMatchObject({ code: 'tally' });
  });

  test('can be added to the sum as soon as it is there; a trustee reads the sum as it was published', () => {
    const { context, ballots, tally } = election;
    const sum = createTally(context);
    for (const json of ballots.slice(1)) sum.add(decodeBallot(context, json), 1n);
    expect(encodeTally(sum)).toEqual(encodeTally(tally));
    const [published] = encodeTally(tally);
    expect(decode(published, readEncryptedTally(context))).toEqual(sum.encrypted());
    const twice = createTally(context);
    for (const json of ballots.slice(1)) twice.add(decodeBallot(context, json), 2n);
    expect([twice.ballots(), twice.weight()]).toEqual([2, 4n]);
    expect(twice.encrypted()[0]?.[0]?.alpha).toBe(
      context.group.power(sum.encrypted()[0]?.[0]?.alpha ?? 0n, 2n),
    );
    const { election: asked } = context;
    const wider = { ...asked, questions: [{ ...question, answers: ['A', 'B', 'C'] }] };
    const strange = createTally({ ...context, election: wider });
    expect(() => strange.add(ballotOf(election), 1n)).toThrow(RangeError);
  });

  test('of a credential that is not on the list is found', async () => {
    const { steps, list } = election;
    const [setup, ...rest] = steps;
    const [text = '', trustees = '', , refers = ''] = setup?.data ?? [];
    const credential = ballotOf(election).credential.toString();
    const fewer = encode(list.filter((line) => line !== credential));
    const references = refers.replace(/[0-9a-f]{64}(?="\}$)/, sha256Hex(fewer));
    const found = await findings([
      { type: 'Setup', data: [text, trustees, fewer, references] },
      ...rest,
    ]);
    expect(found.map(({ code }) => code)).toEqual(['credential', 'credential']);
  });
});

describe('[election] a message', () => {
  test('has one form only', () => {
    const { context, ballots } = election;
    const [json = ''] = ballots;
    const { signature, ...rest } = ballotOf(election);
    const forms = [
      ` ${json}`,
      json.replace(':', ': '),
      json.replace('"alpha":"', '"alpha":"0'),
      json.replace('{', '{"more":1,'),
      json.replace('{"election_uuid"', '{"election_uuid":"x","election_uuid"'),
      encode({ signature, ...rest }),
      json.replace('election_hash', 'election\\u005fhash'),
    ];
    for (const form of forms)
      expect(() => decodeBallot(context, form), form.slice(0, 60)).toThrow();
  });
});

describe('[election] a trustee', () => {
  test('proves each share of the decryption', () => {
    const { context, tally, shares, trustees } = election;
    const encrypted = tally.encrypted();
    const share = shares.get(1);
    const key = context.group.powerOfG(trustees.secrets[0] ?? 0n);
    if (!share) throw new Error('no share');
    expect(verifyPartial(context, encrypted, key, share)).toBe(true);
    const [[first = 0n, ...more] = []] = share.decryption_factors;
    const { group } = context;
    const wrong = [
      partialDecryption(context, encrypted, randomBelow(group.q)),
      { ...share, decryption_factors: [[group.multiply(first, group.g), ...more]] },
      { ...share, decryption_factors: [[group.p - first, ...more]] },
      { ...share, decryption_proofs: share.decryption_proofs.map((row) => row.toReversed()) },
      { ...share, decryption_factors: share.decryption_factors.map((row) => row.toReversed()) },
      { ...share, decryption_proofs: [] },
    ];
    for (const one of wrong) expect(verifyPartial(context, encrypted, key, one)).toBe(false);
    const foreign = other.shares.get(1);
    expect(foreign && verifyPartial(context, encrypted, key, foreign)).toBe(false);
  });

  test('cannot be left out, nor decrypt for another', async () => {
    const { steps } = election;
    const first = steps.find(({ type }) => type === 'PartialDecryption');
    const without = await findings(steps.filter((step) => step !== first));
    expect(without[0]).toMatchObject({
      code: 'result',
      message: 'too few trustees have decrypted',
    });
    for (const owner of [0, 2, 3]) {
      const [share = ''] = first?.data ?? [];
      const data = [share, encode({ owner, payload: sha256Hex(share) })];
      const at = steps.findIndex((step) => step === first);
      const found = await findings(steps.with(at, { type: 'PartialDecryption', data }));
      expect(found[0]).toMatchObject({ code: 'partial-decryption' });
    }
  });

  test('needs to know the own key: one that was made from another’s has no proof', async () => {
    const { steps, context, trustees } = election;
    const [setup, ...rest] = steps;
    const [text = '', kinds = '', list = '', refers = ''] = setup?.data ?? [];
    const [one, two] = trustees.kinds;
    if (one?.[0] !== 'Single' || two?.[0] !== 'Single') throw new Error('no trustees');
    // X₂·X₁⁻¹ as the second key would leave the second trustee alone with the election's key.
    const { group } = context;
    const rogue = group.multiply(two[1].public_key, group.invert(one[1].public_key));
    const changed = encode([one, ['Single', { ...two[1], public_key: rogue }]]);
    const references = refers.replace(sha256Hex(kinds), sha256Hex(changed));
    const found = await findings([
      { type: 'Setup', data: [text, changed, list, references] },
      ...rest,
    ]);
    expect(found).toEqual([
      { code: 'setup', event: 0, message: 'trustees: [1]: the proof of the key is wrong' },
    ]);
  });
});

describe('[election] a result', () => {
  test('is what was decrypted, not what someone says', async () => {
    const { steps } = election;
    for (const result of ['[[2,1]]', '[[1,3]]', '[[1]]', '[[1,2],[0]]', '[["1",2]]', '[[-1,2]]']) {
      const data = [`{"result":${result}}`];
      const found = await findings(steps.with(steps.length - 1, { type: 'Result', data }));
      expect(found[0]).toMatchObject({ code: 'result', event: steps.length - 1 });
    }
  });

  test('is there, unless the election may still run', async () => {
    const running = archiveOf(election.steps.slice(0, 3));
    const { errors } = await verifyArchive(running);
    expect(errors).toEqual([{ code: 'unfinished', message: 'there is no result yet' }]);
    expect((await verifyArchive(running, { unfinished: true })).ok).toBe(true);
  });
});
