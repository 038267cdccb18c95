import type { SystemRole } from '../../models/contracts/identity.ts';
import type { Id } from '../../models/ids.ts';

/**
 * Whether someone may create or change a person. Only administrators touch people with a system role; the
 * secretariat looks after plain members, so that it can never raise anyone to its own rights or above.
 * @param roles the person's role before (if they exist already) and after
 */
export function mayManagePerson(by: SystemRole, roles: readonly SystemRole[]): boolean {
  if (by === 'administrator') return true;
  return by === 'secretariat' && roles.every((role) => role === 'member');
}

interface Standing {
  systemRole: SystemRole;
  closed: boolean;
}

const isAdministrator = ({ systemRole, closed }: Standing) =>
  systemRole === 'administrator' && !closed;

/** Whether a change would leave nobody who can administer (rule `last_administrator`). */
export function losesLastAdministrator(
  before: Standing,
  after: Standing,
  otherAdministrators: number,
): boolean {
  return isAdministrator(before) && !isAdministrator(after) && otherAdministrators === 0;
}

/** Whether an organisation would come to stand above itself. */
export function makesLoop(
  id: Id,
  parentId: Id | null,
  parentOf: (id: Id) => Id | null | undefined,
): boolean {
  const seen = new Set<Id>();
  for (let at: Id | null | undefined = parentId; at != null; at = parentOf(at)) {
    if (at === id) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}

const collator = new Intl.Collator('vi');
const givenName = (fullName: string) => fullName.slice(fullName.lastIndexOf(' ') + 1);

/** The order of Vietnamese lists of people: by given name, which stands last, then by the whole name. */
export function compareNames(a: string, b: string): number {
  return collator.compare(givenName(a), givenName(b)) || collator.compare(a, b);
}

/** The order of other catalogues. */
export const compareTexts = (a: string, b: string): number => collator.compare(a, b);

/** Digits and letters that no one mistakes for each other, 32 of them, so 5 bits each. */
const pairingAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code of eight characters, one from each random byte. */
export const pairingCodeOf = (random: Uint8Array): string =>
  Array.from(random.subarray(0, 8), (byte) => pairingAlphabet.charAt(byte % 32)).join('');

/** As it is shown: ABCD-2345. */
export const shownPairingCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
