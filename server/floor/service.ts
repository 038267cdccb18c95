import type { Floor, FloorEntry } from '../../models/contracts/floor.ts';
import type { Id } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';
import type { Db } from '../platform/database.ts';
import { createAct, save, tell } from './acts.ts';
import { type AskingService, createAskingService } from './asking-service.ts';
import type { FloorDeps } from './deps.ts';
import { type GivingService, createGivingService } from './giving-service.ts';
import { type AudioRights, type Rights, createRights } from './rights.ts';
import { inOrder, leave } from './rules.ts';
import { readQueue, readRules, readSpeeches } from './store.ts';

export type { AudioRights } from './rights.ts';

/** Who asks to speak, who speaks, and who can be heard meanwhile. */
export type FloorService = AskingService & GivingService & FloorQueries;

interface FloorQueries {
  /** @throws AppError `not_found`, `not_allowed` for a device of another room */
  floor(caller: Caller, meetingId: Id): Promise<Floor>;
  /** Who spoke, in the order in which they began. @throws AppError `not_found` */
  speeches(caller: Caller, meetingId: Id): Promise<{ items: FloorEntry[] }>;
  /** From memory where it is known; asked for each stream that someone sends. */
  audioRights(meetingId: Id): Promise<AudioRights>;
  /** Runs after the commit whenever `audioRights` may answer otherwise than before. */
  onRightsChanged(hook: (meetingId: Id) => void): void;
}

export function createFloorService(deps: FloorDeps): FloorService {
  const { meetings, attendance } = deps;
  const { read } = deps.database;
  const rights = createRights(deps);
  attendance.onChanged(rights.presenceChanged);
  followMeetings(deps, rights);
  const act = createAct(deps, rights);
  return {
    ...createAskingService(deps, act),
    ...createGivingService(deps, rights, act),
    async floor(caller, meetingId) {
      await meetings.admitViewer(caller, meetingId);
      const rules = await readRules(read, meetingId);
      return { meetingId, ...rules, entries: inOrder(await readQueue(read, meetingId)) };
    },
    async speeches(_caller, meetingId) {
      await meetings.headOf(read, meetingId);
      return { items: await readSpeeches(read, meetingId) };
    },
    audioRights: rights.of,
    onRightsChanged: rights.onChanged,
  };
}

/** The floor ends with the meeting, and for those who are taken off it; in the transaction of that act. */
function followMeetings(deps: FloorDeps, rights: Rights): void {
  const { meetings } = deps;
  const clear = async (tx: Db, meetingId: Id, who: (personId: Id) => boolean) => {
    const queue = await readQueue(tx, meetingId);
    const changed = leave(queue, ({ personId }) => who(personId), deps.clock.now());
    return changed.length === 0 ? null : save(tx, meetingId, changed);
  };
  meetings.onBeforeClose(async (tx, meetingId) => {
    const made = await clear(tx, meetingId, () => true);
    return () => void (made && tell(deps, rights, made));
  });
  meetings.onEdit(async (tx, meetingId) => {
    const people = new Set((await readQueue(tx, meetingId)).map(({ personId }) => personId));
    for (const personId of people)
      if ((await meetings.roleIn(tx, personId, meetingId)) !== null) people.delete(personId);
    const made = await clear(tx, meetingId, (personId) => people.has(personId));
    return () => {
      if (made !== null) tell(deps, rights, made);
      // Someone else may chair now.
      rights.changed(meetingId);
    };
  });
}
