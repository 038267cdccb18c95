import { rm } from 'node:fs/promises';
import { peoplesCommitteeRules } from '../../../models/contracts/rules.ts';
import { type Id, newId } from '../../../models/ids.ts';
import { insertSession } from '../../../server/identity/sessions-store.ts';
import { hashToken, newToken } from '../../../server/identity/tokens.ts';
import { openVotingHall } from '../../../server/testing/voting-hall.ts';

/** A folder with an open meeting whose members are all there, and a session for each; no process has it open. */
export interface Gathering {
  dataDir: string;
  meetingId: Id;
  secretary: Seated;
  /** The first chairs. */
  members: Seated[];
  remove(): Promise<void>;
}
export interface Seated {
  personId: Id;
  cookie: string;
}

/** Longer than any run. */
const day = 86_400_000;

/** Through the services; sessions are begun without a password, whose check is made to be slow. */
export async function gather(voters: number): Promise<Gathering> {
  const hall = await openVotingHall(voters, { ...peoplesCommitteeRules, tie: 'not_carried' });
  const { dataDir, meetingId, memberIds, secretaryId, database } = hall;
  await hall.checkIn([...memberIds.keys()]);
  const now = Date.now();
  const tokens = new Map([secretaryId, ...memberIds].map((personId) => [personId, newToken()]));
  await database.write(async (tx) => {
    for (const [personId, token] of tokens)
      await insertSession(tx, {
        id: newId(),
        personId,
        tokenHash: hashToken(token),
        createdAt: new Date(now).toISOString(),
        expiresAt: new Date(now + day).toISOString(),
      });
  });
  await database.close();
  const seat = (personId: Id) => ({ personId, cookie: `nt_session=${tokens.get(personId) ?? ''}` });
  return {
    dataDir,
    meetingId,
    secretary: seat(secretaryId),
    members: memberIds.map(seat),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}
