import { rm } from 'node:fs/promises';
import { type Id, newId } from '../../../../models/ids.ts';
import { insertSession } from '../../../../server/identity/sessions-store.ts';
import { hashToken, newToken } from '../../../../server/identity/tokens.ts';
import { openVotingHall } from '../../../../server/testing/voting-hall.ts';

/** A folder with an open meeting and a session for each participant; no process has it open. */
export interface CrowdedMeeting {
  dataDir: string;
  meetingId: Id;
  /** The cookie of each; the first chairs. */
  cookies: readonly string[];
  remove(): Promise<void>;
}

/** Longer than any run. */
const hour = 3_600_000;

/**
 * Puts a body, its members and their meeting on file through the services. Sessions are begun without a password, whose
 * check is made to be slow.
 * @param arePresent whether all of them are on the roll as present
 */
export async function gatherCrowd(people: number, arePresent = false): Promise<CrowdedMeeting> {
  const { dataDir, meetingId, memberIds, database, checkIn } = await openVotingHall(people);
  if (arePresent) await checkIn([...memberIds.keys()]);
  const now = Date.now();
  const sessions = memberIds.map((personId) => ({ personId, token: newToken() }));
  await database.write(async (tx) => {
    for (const { personId, token } of sessions)
      await insertSession(tx, {
        id: newId(),
        personId,
        tokenHash: hashToken(token),
        createdAt: new Date(now).toISOString(),
        expiresAt: new Date(now + hour).toISOString(),
      });
  });
  await database.close();
  return {
    dataDir,
    meetingId,
    cookies: sessions.map(({ token }) => `nt_session=${token}`),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}
