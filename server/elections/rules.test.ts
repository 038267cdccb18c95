import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostChanges } from '../../models/contracts/ballots.ts';
import type { TrusteeStep } from '../../models/contracts/elections.ts';
import { type Sent, ballotRefusal, decrypters, dueStep, isKeyWhole } from './rules.ts';

const nothing: Sent = {
  key: null,
  certificate: null,
  polynomial: null,
  share: null,
  decryption: null,
};

/** Trustees who do what is due, in the order of `turns`, until nobody has anything to do. */
function makeKey(needed: number | null, count: number, turns: readonly number[]) {
  const all: Sent[] = Array.from({ length: count }, () => ({ ...nothing }));
  const done: [number, TrusteeStep][] = [];
  for (let round = 0; round < 3 * count; round += 1)
    for (const turn of turns) {
      const own = all[turn];
      const step = own === undefined ? null : dueStep('keys', needed, all, own);
      if (own === undefined || step === null) continue;
      own[step] = 'sent';
      done.push([turn, step]);
    }
  return { all, done };
}

const scheme = fc.integer({ min: 2, max: 6 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    needed: fc.option(fc.integer({ min: 1, max: count })),
    turns: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
  }),
);

describe('making the key', () => {
  it('[VE70] whoever comes first, each does each step once, and none before all have done the one before', () => {
    fc.assert(
      fc.property(scheme, ({ needed, count, turns }) => {
        const { all, done } = makeKey(needed, count, turns);
        const steps: TrusteeStep[] =
          needed === null ? ['key'] : ['certificate', 'polynomial', 'share'];
        expect(done.map(([, step]) => step)).toEqual(
          steps.flatMap((step) => Array.from({ length: count }, () => step)),
        );
        expect(new Set(done.map(String)).size).toBe(done.length);
        expect(isKeyWhole(needed, all)).toBe(true);
      }),
    );
  });

  it('[VE71] the key is not whole while one trustee is missing', () => {
    fc.assert(
      fc.property(scheme, ({ needed, count, turns }) => {
        const { all } = makeKey(needed, count, turns.slice(1));
        expect(isKeyWhole(needed, all)).toBe(false);
      }),
    );
  });
});

describe('opening the sum', () => {
  it('[VE72] exactly as many as are needed make the result, each asked once', () => {
    fc.assert(
      fc.property(scheme, fc.nat(6), ({ needed, count }, opened) => {
        const all = Array.from({ length: count }, (_, at) => ({
          ...nothing,
          decryption: at < opened ? 'sent' : null,
        }));
        const enough = needed ?? count;
        const due = all.filter((own) => dueStep('decrypting', needed, all, own) !== null);
        expect(due).toHaveLength(Math.max(0, count - opened));
        expect(decrypters(needed, all)?.length ?? null).toBe(opened >= enough ? enough : null);
      }),
    );
  });

  it('[VE73] nothing is due while people register or vote, nor when all is decided', () => {
    for (const phase of ['registering', 'voting', 'decided'] as const)
      expect(dueStep(phase, 2, [nothing, nothing], nothing)).toBeNull();
  });
});

const after = (rounds: number) => ballotRefusal({ isKnown: true, rounds, again: true });

describe('taking a ballot', () => {
  it('[VE74] a first vote needs a fresh credential, another vote one that has voted', () => {
    expect(ballotRefusal({ isKnown: true, rounds: 0, again: false })).toBeNull();
    expect(ballotRefusal({ isKnown: true, rounds: 1, again: true })).toBeNull();
    expect(ballotRefusal({ isKnown: true, rounds: 1, again: false })).toBe('credential_used');
    expect(ballotRefusal({ isKnown: true, rounds: 0, again: true })).toBe('credential_used');
    expect(ballotRefusal({ isKnown: false, rounds: 0, again: false })).toBe('credential_unknown');
  });

  it('[VE75] endless changes are refused for good, and the limit itself is allowed', () => {
    expect(after(mostChanges)).toBeNull();
    expect(after(mostChanges + 1)).toBe('too_many_changes');
  });
});
