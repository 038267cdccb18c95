import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PairingCode, systemRoles } from '../../models/contracts/identity.ts';
import {
  compareNames,
  losesLastAdministrator,
  makesLoop,
  mayManagePerson,
  pairingCodeOf,
  shownPairingCode,
} from './rules.ts';

const role = fc.constantFrom(...systemRoles);
const standing = fc.record({ systemRole: role, closed: fc.boolean() });

describe('who manages whom', () => {
  test('[P1] administrators manage everyone', () => {
    fc.assert(fc.property(fc.array(role), (roles) => mayManagePerson('administrator', roles)));
  });

  test('[P2] the secretariat manages plain members and can raise nobody', () => {
    fc.assert(
      fc.property(fc.array(role, { minLength: 1 }), (roles) => {
        const allPlain = roles.every((one) => one === 'member');
        expect(mayManagePerson('secretariat', roles)).toBe(allPlain);
      }),
    );
  });

  test('[P3] plain members manage nobody', () => {
    fc.assert(fc.property(fc.array(role), (roles) => !mayManagePerson('member', roles)));
  });
});

describe('the last administrator', () => {
  test('[P4] is lost only when the one active administrator steps down or is closed', () => {
    fc.assert(
      fc.property(standing, standing, fc.nat({ max: 3 }), (before, after, others) => {
        const active = (one: typeof before) =>
          one.systemRole === 'administrator' && !one.closed ? 1 : 0;
        const left = others + active(after);
        const had = others + active(before);
        expect(losesLastAdministrator(before, after, others)).toBe(had > 0 && left === 0);
      }),
    );
  });
});

describe('the tree of organisations', () => {
  test('[O1] a move is refused exactly when the organisation would stand above itself', () => {
    // Each one's parent has a smaller number, so what is there is a tree.
    const tree = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), (seeds, a, b) => {
        const parents = seeds.map((seed, n) => (n === 0 ? null : String(seed % n)));
        const parentOf = (id: string) => parents[Number(id)];
        const [moved, target] = [String(a % seeds.length), String(b % seeds.length)];
        const above: string[] = [];
        for (let at: string | null | undefined = target; at != null; at = parentOf(at))
          above.push(at);
        expect(makesLoop(moved, target, parentOf)).toBe(above.includes(moved));
      }),
    );
    expect(makesLoop('1', null, () => null)).toBe(false);
  });
});

describe('lists of people', () => {
  test('[P5] are in the order of given names, with Vietnamese letters in their place', () => {
    const names = ['Lê Văn Đông', 'Trần Thị Ân', 'Phạm Dũng', 'Bùi Văn An', 'Lê Thị An', 'Vũ Ánh'];
    expect(names.toSorted(compareNames)).toEqual([
      'Bùi Văn An',
      'Lê Thị An',
      'Vũ Ánh',
      'Trần Thị Ân',
      'Phạm Dũng',
      'Lê Văn Đông',
    ]);
  });
});

describe('pairing codes', () => {
  test('[D1] are eight characters that the contract takes as they are shown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
        const code = pairingCodeOf(random);
        expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
        expect(PairingCode.parse(` ${shownPairingCode(code).toLowerCase()} `)).toBe(code);
      }),
    );
  });

  test('[D1] every character comes up equally often', () => {
    const codes = Array.from({ length: 256 }, (_, byte) =>
      pairingCodeOf(new Uint8Array(8).fill(byte)).charAt(0),
    );
    const letters = [...new Set(codes)];
    expect(letters).toHaveLength(32);
    for (const letter of letters) expect(codes.filter((one) => one === letter)).toHaveLength(8);
  });
});
