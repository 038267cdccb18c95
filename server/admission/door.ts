import { type Door, doorChanged } from '../../models/contracts/admission.ts';
import type { Id } from '../../models/ids.ts';
import type { Db } from '../platform/database.ts';
import { gather } from '../platform/gather.ts';
import type { AdmissionDeps } from './deps.ts';
import { findMode, readWaiting } from './store.ts';

export async function readDoor(db: Db, meetingId: Id): Promise<Door> {
  const waiting = await readWaiting(db, meetingId);
  return {
    meetingId,
    mode: await findMode(db, meetingId),
    waiting: waiting.map(({ personId, fullName, since }) => ({ personId, fullName, since })),
  };
}

/** Soon enough to open the door to someone, seldom enough for hundreds who come at once; in milliseconds. */
const interval = 250;

/** @returns tells those who run a meeting how its door is now */
export function doorNotices({
  database,
  publisher,
  logger,
}: AdmissionDeps): (meetingId: Id) => void {
  const tell = async (meetingId: Id) =>
    publisher.toRunners(meetingId, doorChanged, await readDoor(database.read, meetingId));
  const notices = gather<Id, null>({
    interval,
    merge: () => null,
    send: (meetingId) => {
      tell(meetingId).catch((err: unknown) => logger.error({ err }, 'a door was not told'));
    },
  });
  return (meetingId) => notices.add(meetingId, null);
}
