import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NewPassword, Username } from '../../../../models/contracts/identity.ts';
import { firstPassword } from './first-password.ts';
import { suggestUsername } from './username.ts';

describe('suggestUsername', () => {
  it.each([
    ['Nguyễn Văn An', 'an.nv'],
    ['Đặng Thị Ánh Tuyết', 'tuyet.dta'],
    ['Ý', 'y00'],
    ['   ', ''],
  ])('[people] %s gives %s', (fullName, username) => {
    expect(suggestUsername(fullName, new Set())).toBe(username);
  });

  it('[people] a name that is taken gets a number', () => {
    expect(suggestUsername('Nguyễn Văn An', new Set(['an.nv', 'an.nv2']))).toBe('an.nv3');
  });

  it('[people] whatever the name, the server takes the user name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (fullName) => {
        const username = suggestUsername(fullName, new Set());
        expect(username === '' || Username.safeParse(username).success).toBe(true);
      }),
    );
  });
});

it('[people] first passwords are taken by the server and differ', () => {
  const made = new Set(Array.from({ length: 200 }, firstPassword));
  expect(made.size).toBe(200);
  for (const password of made) {
    expect(password).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}$/);
    expect(NewPassword.safeParse(password).success).toBe(true);
  }
});
