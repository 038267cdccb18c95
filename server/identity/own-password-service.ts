import type { changePassword } from '../../models/contracts/identity.ts';
import type { BodyOf } from '../../models/contracts/route.ts';
import { AppError } from '../../models/errors.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import { type IdentityDeps, onceWithSecret } from './deps.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { findPerson, savePerson } from './people-store.ts';
import { endSessionsOfPerson } from './sessions-store.ts';

export function createOwnPasswordService(deps: IdentityDeps) {
  const { database, publisher, audit, keys, limits } = deps;
  return {
    /** @throws AppError `wrong_password`, `too_many_requests`, or `invalid_input` when nothing changes */
    async changePassword(
      caller: Caller,
      { current, next }: BodyOf<typeof changePassword>,
    ): Promise<{ done: true }> {
      const { personId, sessionId, fullName } = personOf(caller);
      if (next.normalize('NFC') === current.normalize('NFC'))
        throw new AppError('invalid_input', { fields: ['next'] });
      const attempt = await limits.password(personId);
      const before = await findPerson(database.read, personId);
      const right = await isPassword(before?.passwordHash, current);
      const passwordHash = await hashPassword(next);
      const ended = await database.write(
        async (tx) => {
          const person = await findPerson(tx, personId);
          if (!right || person?.passwordHash !== before?.passwordHash)
            throw new AppError('wrong_password');
          await savePerson(tx, personId, { passwordHash, mustChangePassword: false });
          await audit.record(tx, caller, { action: 'password.changed', subject: fullName });
          return endSessionsOfPerson(tx, personId, sessionId);
        },
        onceWithSecret(keys, caller.once),
      );
      await attempt.forgive();
      publisher.endSessions(ended);
      return { done: true };
    },
  };
}
