import { describe, expect, it } from 'vitest';
import { openingCount, trusteeState } from './trustee-states.ts';

const keeper = (decrypted: boolean) => ({
  personId: 'a',
  fullName: 'A',
  place: 1,
  step: null,
  decrypted,
});

const at = (step: Parameters<typeof trusteeState>[0]['step']) =>
  trusteeState({ step, decrypted: false }, 'keys');

describe('how far trustees are', () => {
  it('[trustees] those who have begun need only leave their page open; those who have not are waited for', () => {
    expect([at('key'), at('certificate')]).toEqual(['waiting', 'waiting']);
    expect([at('polynomial'), at('share')]).toEqual(['going', 'going']);
    expect(at(null)).toBe('done');
    expect(trusteeState({ step: null, decrypted: false }, 'registering')).toBe('ready');
    expect(trusteeState({ step: 'decryption', decrypted: false }, 'decrypting')).toBe('decrypt');
    expect(trusteeState({ step: null, decrypted: true }, 'decrypting')).toBe('decrypted');
  });

  it('[trustees] as many more are needed as the scheme says, never fewer than none', () => {
    const trustees = [true, true, false].map(keeper);
    expect(openingCount({ needed: null, trustees })).toEqual({ enough: 3, opened: 2, more: 1 });
    expect(openingCount({ needed: 2, trustees })).toMatchObject({ more: 0 });
    const all = trustees.map((one) => ({ ...one, decrypted: true }));
    expect(openingCount({ needed: 2, trustees: all })).toMatchObject({ opened: 3, more: 0 });
  });
});
