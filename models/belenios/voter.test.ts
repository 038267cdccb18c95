import { describe, expect, test } from 'vitest';
import { type ElectionContext, openElection, verifyBallot } from './ballot.ts';
import { createUuid, makeElection } from './election.ts';
import { createCredential } from './credentials.ts';
import { createGroup } from './group.ts';
import { jsonHash } from './hash.ts';
import type { Question } from './messages.ts';
import { randomBelow } from './random.ts';
import { type Sealed, openTrial, registrationOf, seal, sign } from './voter.ts';

const group = createGroup('BELENIOS-2048');
const questions: Question[] = [
  {
    answers: ['Tán thành', 'Không tán thành', 'Không biểu quyết'],
    min: 1,
    max: 1,
    question: 'Một',
  },
  { answers: ['A', 'B', 'C'], blank: true, min: 1, max: 2, question: 'Hai' },
];
const answers = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 1, 0, 1],
  ],
];
const plan = { name: 'Bầu cử', description: '', questions };
const election = makeElection(plan, createUuid(), group.name, group.powerOfG(randomBelow(group.q)));
const context: ElectionContext = openElection(election, { uses: 200 });
const credential = createCredential();
const choices = [
  [0, 1, 0],
  [0, 1, 0, 1],
];
const sealed = seal(context, credential, choices);

const open = (one: Sealed, commitment = one.commitment) => openTrial(election, one, commitment);

describe('a ballot of a voter’s browser', () => {
  test('[E140] signed after it was fixed, it is a ballot of the registered credential', () => {
    const ballot = sign(context, credential, sealed);
    expect(verifyBallot(context, ballot)).toBeNull();
    const registered = registrationOf(group, context.election.uuid, credential);
    expect(ballot).toContain(`"credential":"${registered}"`);
    expect(ballot).toContain(`"hash":"${sealed.commitment}"`);
  });

  test('[E140] progress counts what is really done, to the end', () => {
    const told: [number, number][] = [];
    seal(context, credential, choices, (done, total) => told.push([done, total]));
    expect(told.map(([done]) => done)).toEqual(told.map((_, at) => at + 1));
    expect(told.at(-1)).toEqual([told.length, told.length]);
  });
});

describe('a trial ballot', () => {
  test('[E140] opens to what was chosen, whatever that is', () => {
    const [firsts = [], seconds = []] = answers;
    for (const one of firsts)
      for (const two of seconds)
        expect(open(seal(context, credential, [one, two]))).toEqual({ choices: [one, two] });
  });

  test('[E140] a browser that encrypts something else is found out', () => {
    const cheated = seal(context, credential, [choices[0] ?? [], [0, 0, 1, 0]]);
    expect(open(cheated)).toEqual({ choices: [choices[0], [0, 0, 1, 0]] });
  });

  test('[E140] a ballot made after the commitment is not the one that was shown', () => {
    const other = seal(context, credential, choices);
    expect(open(other, sealed.commitment)).toEqual({ fault: 'commitment' });
  });

  test('[E140] random numbers that are not those of the ballot open nothing', () => {
    for (const [question, row] of sealed.randomness.entries())
      for (const value of row.keys()) {
        const other = row.with(value, String(randomBelow(group.q)));
        const randomness = sealed.randomness.with(question, other);
        expect(open({ ...sealed, randomness })).toEqual({ fault: 'opening' });
      }
    const huge = sealed.randomness.map((row) => row.map(() => '1e9'));
    expect(open({ ...sealed, randomness: huge })).toEqual({ fault: 'opening' });
    expect(open({ ...sealed, randomness: [] })).toEqual({ fault: 'shape' });
  });

  test('[E140] a value that is neither 0 nor 1, and too many answers, are found out', () => {
    const swap = (from: number, to: number): Sealed => {
      const read = JSON.parse(sealed.ballot);
      read.answers[1].choices[to] = read.answers[1].choices[from];
      const ballot = JSON.stringify(read);
      const randomness = sealed.randomness.map((row) => [...row]);
      const row = randomness[1] ?? [];
      row[to] = row[from] ?? '';
      return { ballot, commitment: jsonHash(ballot), randomness };
    };
    expect(open(swap(1, 2))).toEqual({ fault: 'shape' });
    const read = JSON.parse(sealed.ballot);
    const one = read.answers[0].choices[0];
    one.beta = String((BigInt(one.beta) * group.g * group.g) % group.p);
    const ballot = JSON.stringify(read);
    const two = { ...sealed, ballot, commitment: jsonHash(ballot) };
    expect(open(two)).toEqual({ fault: 'opening' });
  });

  test('[E140] of another election, or no ballot at all, it is refused', () => {
    const other = makeElection(plan, createUuid(), group.name, group.powerOfG(5n));
    expect(openTrial(other, sealed, sealed.commitment)).toEqual({ fault: 'election' });
    const junk = { ...sealed, ballot: '{}', commitment: jsonHash('{}') };
    expect(open(junk)).toEqual({ fault: 'shape' });
  });

  test('[E140] is no ballot that anyone takes, as nobody signed it', () => {
    expect(() => verifyBallot(context, sealed.ballot)).toThrow();
  });
});
