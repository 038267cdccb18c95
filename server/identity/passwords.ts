import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters that OWASP's Password Storage Cheat Sheet puts first. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), parameters);

let nobodys: Promise<string> | undefined;

/**
 * Whether a password is the right one. Without a hash it works as long and says no, so that the time of the
 * answer does not tell whether there is such a person.
 */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(16).toString('hex'));
  const right = await verify(stored ?? (await nobodys), password.normalize('NFC'));
  return right && stored !== undefined;
}
