import { cp } from 'node:fs/promises';
import { createAuditService } from '../../../server/audit/service.ts';
import { openDatabase } from '../../../server/platform/database.ts';
import { createLogger } from '../../../server/platform/logger.ts';
import { type Chamber, personCaller, recordingPublisher } from '../../../server/testing/chamber.ts';
import {
  motionDraft,
  openVotingHall,
  votingServices,
} from '../../../server/testing/voting-hall.ts';
import { type Id, newId } from '../../../models/ids.ts';

/** A folder with an open meeting whose members are all checked in; no process has it open. */
export interface Assembly {
  dataDir: string;
  meetingId: Id;
  secretaryId: Id;
  /** The first chairs. */
  memberIds: readonly Id[];
}

/** A member and the request id by which a ballot is known when it is sent again. */
export interface Voter {
  personId: Id;
  role: 'chair' | 'member';
  requestId: Id;
}

export async function gather(members: number): Promise<Assembly> {
  const hall = await openVotingHall(members);
  const { dataDir, meetingId, secretaryId, memberIds } = hall;
  await hall.checkIn([...memberIds.keys()]);
  await hall.database.close();
  return { dataDir, meetingId, secretaryId, memberIds };
}

export async function copyOf(assembly: Assembly): Promise<Assembly> {
  const dataDir = `${assembly.dataDir}-copy`;
  await cp(assembly.dataDir, dataDir, { recursive: true });
  return { ...assembly, dataDir };
}

export function votersOf({ memberIds }: Assembly): Voter[] {
  return memberIds.map((personId, index) => ({
    personId,
    role: index === 0 ? 'chair' : 'member',
    requestId: newId(),
  }));
}

/** The services of a vote on the data of an assembly, as the server composes them. */
export function enter(assembly: Assembly, { groupCommit = true } = {}) {
  const { dataDir, meetingId, secretaryId } = assembly;
  const database = openDatabase({ dataDir, migrationsDir: 'migrations', groupCommit });
  const clock = { now: () => '2026-03-02T02:00:00.000Z', set: () => {} };
  const audit = createAuditService({ database, clock });
  const publisher = recordingPublisher();
  const logger = createLogger('silent');
  const { close } = database;
  const chamber: Chamber = { dataDir, database, clock, publisher, audit, logger, close };
  const { voting, ledger } = votingServices(chamber);
  const secretary = () => personCaller(secretaryId, { systemRole: 'secretariat' });
  return {
    database,
    close: database.close,
    ledgerOf: (pollId: Id) => ledger.read(database.read, pollId),
    async openPoll(): Promise<Id> {
      const { id } = await voting.create(secretary(), meetingId, motionDraft());
      await voting.open(secretary(), meetingId, id, null);
      return id;
    },
    closePoll: (pollId: Id) => voting.close(secretary(), meetingId, pollId),
    async cast(pollId: Id, { personId, role, requestId }: Voter) {
      const caller = personCaller(personId, { meetingRole: role, requestId });
      return (
        await voting.cast(caller, { meetingId, pollId, marks: { kind: 'motion', choice: 'for' } })
      ).receipt;
    },
  };
}
export type Entered = ReturnType<typeof enter>;
