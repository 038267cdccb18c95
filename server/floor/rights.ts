import type { Id } from '../../models/ids.ts';
import type { FloorDeps } from './deps.ts';
import { readQueue, readRules } from './store.ts';

/** Who may be heard. `room`: whether the device that is the room's microphone may. */
export type AudioRights =
  { everyone: true } | { everyone: false; personIds: ReadonlySet<Id>; room: boolean };

/** Who may be heard in which meeting, in memory until something changes it. */
export interface Rights {
  of(meetingId: Id): Promise<AudioRights>;
  /** Something was committed that may change them. */
  changed(meetingId: Id): void;
  /** Someone's presence changed: the room is heard when the chair or the speaker is in it. */
  presenceChanged(personId: Id, meetingId: Id): void;
  onChanged(hook: (meetingId: Id) => void): void;
}

export function createRights(deps: FloorDeps): Rights {
  const known = new Map<Id, AudioRights>();
  /** How often the rights of a meeting were forgotten. */
  const forgotten = new Map<Id, number>();
  const hooks: ((meetingId: Id) => void)[] = [];
  const timesForgotten = (meetingId: Id) => forgotten.get(meetingId) ?? 0;
  const forget = (meetingId: Id) => {
    known.delete(meetingId);
    forgotten.set(meetingId, timesForgotten(meetingId) + 1);
  };
  const changed = (meetingId: Id) => {
    forget(meetingId);
    for (const hook of hooks) hook(meetingId);
  };
  const of = async (meetingId: Id): Promise<AudioRights> => {
    const ready = known.get(meetingId);
    if (ready !== undefined) return ready;
    const times = timesForgotten(meetingId);
    const rights = await readRights(deps, meetingId);
    // Something changed while it was read: what was read may be from before.
    if (times !== timesForgotten(meetingId)) return of(meetingId);
    known.set(meetingId, rights);
    return rights;
  };
  return {
    of,
    changed,
    presenceChanged(personId, meetingId) {
      const rights = known.get(meetingId);
      if (rights === undefined) forget(meetingId);
      else if (!rights.everyone && rights.personIds.has(personId)) changed(meetingId);
    },
    onChanged: (hook) => void hooks.push(hook),
  };
}

async function readRights(
  { database: { read }, meetings, attendance }: FloorDeps,
  meetingId: Id,
): Promise<AudioRights> {
  const { mode } = await readRules(read, meetingId);
  if (mode === 'open') return { everyone: true };
  const speakers = (await readQueue(read, meetingId)).filter(({ state }) => state === 'speaking');
  const chair = await meetings.chairOf(read, meetingId);
  const personIds = new Set([chair, ...speakers.map(({ personId }) => personId)]);
  let room = false;
  for (const personId of personIds)
    room ||= (await attendance.stateOf(read, meetingId, personId)) === 'in_person';
  return { everyone: false, personIds, room };
}
