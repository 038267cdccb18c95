import type { SignedIn, signIn } from '../../models/contracts/identity.ts';
import type { BodyOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import { newId } from '../../models/ids.ts';
import { type Caller, type Identity, personOf } from '../platform/caller.ts';
import { after, hours } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { IdentityDeps } from './deps.ts';
import { isPassword } from './passwords.ts';
import {
  type PersonRow,
  findByUsername,
  findPerson,
  savePerson,
  viewPerson,
} from './people-store.ts';
import {
  endSession,
  endSessionsOfPerson,
  forgetSessionsBefore,
  insertSession,
  prepareLookups,
} from './sessions-store.ts';
import { hashToken, newToken } from './tokens.ts';

/** A session that has just begun; the token goes into the cookie and nowhere else. */
export interface NewSession {
  token: string;
  expiresAt: string;
}

const nobody: Identity = { person: null, device: null };

/** @param onSeen told of every device that asks for something */
export function createSessionsService(deps: IdentityDeps, onSeen: (deviceId: string) => void) {
  const { database, clock, publisher, audit, limits } = deps;
  const find = prepareLookups(database.read);
  return {
    /** Who the tokens belong to; null for what is unknown, expired, revoked or closed. */
    async identify(tokens: { person?: string; device?: string }): Promise<Identity> {
      const now = clock.now();
      const lookup = (token: string) => ({ tokenHash: hashToken(token), now });
      const person = tokens.person ? await find.person(lookup(tokens.person)) : null;
      const device = tokens.device ? await find.device(lookup(tokens.device)) : null;
      if (device !== null) onSeen(device.deviceId);
      return { person, device };
    },

    /** The system whose token this is; nobody when it is unknown, has ended or was revoked. */
    async identifySystem(token: string): Promise<Identity> {
      const device = await find.system({ tokenHash: hashToken(token), now: clock.now() });
      if (device !== null) onSeen(device.deviceId);
      return { person: null, device };
    },

    async session(caller: Caller): Promise<{ person: SignedIn | null; serverTime: string }> {
      const { person } = caller;
      const signedIn = person === null ? null : await signedInOf(database.read, person.personId);
      return { person: signedIn, serverTime: clock.now() };
    },

    /**
     * Begins a session; an earlier one of the same browser ends.
     * @throws AppError `wrong_credentials` or `too_many_requests`, never telling whether the name exists
     */
    async signIn(
      caller: Identity,
      { username, password }: BodyOf<typeof signIn>,
      address: string,
    ): Promise<{ person: SignedIn } & NewSession> {
      const attempt = await limits.signIn(username, address);
      const found = await findByUsername(database.read, username);
      const active = found?.closedAt === null ? found : undefined;
      if (!(await isPassword(active?.passwordHash, password)) || active === undefined) {
        await recordFailure(deps, found);
        throw new AppError('wrong_credentials');
      }
      await attempt.forgive();
      return beginSession(deps, caller, active);
    },

    async signOut(caller: Caller): Promise<{ done: true }> {
      const { sessionId, fullName } = personOf(caller);
      await database.write(async (tx) => {
        await endSession(tx, sessionId);
        await audit.record(tx, caller, { action: 'session.signed_out', subject: fullName });
      });
      publisher.endSessions([sessionId]);
      return { done: true };
    },

    async signOutEverywhere(caller: Caller): Promise<{ ended: number }> {
      const { personId, fullName } = personOf(caller);
      const ended = await database.write(async (tx) => {
        await audit.record(tx, caller, {
          action: 'session.signed_out_everywhere',
          subject: fullName,
        });
        return endSessionsOfPerson(tx, personId);
      });
      publisher.endSessions(ended);
      return { ended: ended.length };
    },

    /** Drops sessions that have expired, and the connections that were opened under them. */
    async forgetExpiredSessions(): Promise<void> {
      publisher.endSessions(await database.write((tx) => forgetSessionsBefore(tx, clock.now())));
    },
  };
}

async function beginSession(
  { database, clock, publisher, audit, sessionHours }: IdentityDeps,
  { person: earlier }: Identity,
  { id: personId, fullName, systemRole, passwordHash }: PersonRow,
) {
  const token = newToken();
  const now = clock.now();
  const session = {
    id: newId(),
    personId,
    createdAt: now,
    expiresAt: after(now, hours(sessionHours)),
  };
  const person = await database.write(async (tx) => {
    // Closed, or given another password, while this one was being checked.
    const current = await findPerson(tx, personId);
    if (current?.closedAt !== null || current.passwordHash !== passwordHash)
      throw new AppError('wrong_credentials');
    if (earlier !== null) await endSession(tx, earlier.sessionId);
    await insertSession(tx, { ...session, tokenHash: hashToken(token) });
    await savePerson(tx, personId, { lastSignInAt: now });
    const self = {
      personId,
      sessionId: session.id,
      fullName,
      systemRole,
      mustChangePassword: false,
    };
    await audit.record(
      tx,
      { person: self, device: null },
      { action: 'session.signed_in', subject: fullName },
    );
    return signedInOf(tx, personId);
  });
  if (earlier !== null) publisher.endSessions([earlier.sessionId]);
  return { person, token, expiresAt: session.expiresAt };
}

/** The name is kept only when it is someone's: what else people type there may be a password. */
async function recordFailure({ database, audit }: IdentityDeps, found: PersonRow | undefined) {
  await database.write((tx) =>
    audit.record(tx, nobody, {
      action: 'session.sign_in_failed',
      subject: found?.username ?? '',
    }),
  );
}

async function signedInOf(db: Db, personId: string): Promise<SignedIn> {
  const [view, row] = [await viewPerson(db, personId), await findPerson(db, personId)];
  if (view === undefined || row === undefined) throw new AppError('not_signed_in');
  const { fullName, office, organisationName, username, systemRole } = view;
  const { mustChangePassword } = row;
  return { personId, fullName, office, organisationName, username, systemRole, mustChangePassword };
}
