import { randomBytes } from 'node:crypto';
import { newId } from '../../models/ids.ts';
import type { IdentityDeps } from './deps.ts';
import { hashPassword } from './passwords.ts';
import { insertPerson, readPeople, savePerson } from './people-store.ts';
import { pairingCodeOf } from './rules.ts';

interface FirstAdministrator {
  username: string;
  password: string;
}

const username = 'quantri';

/**
 * The way into an empty installation: an administrator with a random first password, which whoever starts the
 * server reads there. Until they have signed in, each start makes a new one.
 * @returns null once somebody else exists or the administrator has signed in
 */
export async function ensureAdministrator({
  database,
  audit,
}: IdentityDeps): Promise<FirstAdministrator | null> {
  const [only, ...others] = await readPeople(database.read, true);
  const isWaiting = only?.username === username && only.lastSignInAt === null;
  if (others.length > 0 || (only !== undefined && !isWaiting)) return null;
  const password = [pairingCodeOf(randomBytes(8)), pairingCodeOf(randomBytes(8))].join('-');
  const passwordHash = await hashPassword(password);
  await database.write(async (tx) => {
    if (only !== undefined) await savePerson(tx, only.id, { passwordHash });
    else await insertPerson(tx, { ...firstPerson(), passwordHash });
    await audit.record(tx, 'system', {
      action: only === undefined ? 'person.created' : 'password.reset',
      subject: only?.fullName ?? firstPerson().fullName,
    });
  });
  return { username, password };
}

const firstPerson = () => ({
  id: newId(),
  revision: 0,
  closedAt: null,
  fullName: 'Quản trị viên',
  office: '',
  organisationId: null,
  username,
  systemRole: 'administrator' as const,
  email: '',
  phone: '',
  mustChangePassword: true,
  lastSignInAt: null,
});
