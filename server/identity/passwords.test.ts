import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './passwords.ts';

test('[W6] passwords are kept by argon2id with at least the parameters that OWASP asks for', async () => {
  const stored = await hashPassword('mật khẩu dài');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hashPassword('mật khẩu dài')).not.toBe(stored);
});

test('[W7] the right one is right however its accents were typed', async () => {
  const stored = await hashPassword('mật khẩu dài'.normalize('NFD'));
  expect(await isPassword(stored, 'mật khẩu dài'.normalize('NFC'))).toBe(true);
  expect(await isPassword(stored, 'mat khau dai')).toBe(false);
});

test('[W8] where there is nobody, no password is right', async () => {
  expect(await isPassword(undefined, '')).toBe(false);
  expect(await isPassword(undefined, 'mật khẩu dài')).toBe(false);
});
