import { type RollChange, type RollEntry, rollChanged } from '../../models/contracts/attendance.ts';
import type { Id } from '../../models/ids.ts';
import type { MeetingsService } from '../meetings/service.ts';
import type { Database } from '../platform/database.ts';
import { gather, paceFor } from '../platform/gather.ts';
import type { Logger } from '../platform/logger.ts';
import type { Publisher } from '../platform/publisher.ts';
import { readQuorum } from './roll.ts';

interface NoticeDeps {
  database: Pick<Database, 'read'>;
  meetings: Pick<MeetingsService, 'bodyRules'>;
  publisher: Pick<Publisher, 'toMeeting' | 'audience'>;
  logger: Logger;
}

/** Tells a meeting of a line of its roll that changed. */
export type Announce = (meetingId: Id, entry: RollEntry) => void;

/** One notice for each meeting and interval, with each person's last state and one count of the quorum. */
export function createRollNotices({ database, meetings, publisher, logger }: NoticeDeps): Announce {
  const tell = async (meetingId: Id, changes: ReadonlyMap<Id, RollChange>) => {
    const quorum = await readQuorum(database.read, meetings, meetingId);
    publisher.toMeeting(meetingId, rollChanged, {
      meetingId,
      entries: [...changes.values()],
      quorum,
    });
  };
  const notices = gather<Id, ReadonlyMap<Id, RollChange>>({
    // Often enough to watch the hall fill, seldom enough for hundreds who join at once.
    interval: (meetingId, told) => paceFor(publisher.audience(meetingId), told),
    merge: (waiting, next) => new Map([...waiting, ...next]),
    send: (meetingId, changes) => {
      tell(meetingId, changes).catch((err: unknown) =>
        logger.error({ err }, 'a change of the roll was not told'),
      );
    },
  });
  return (meetingId, { personId, state, at }) =>
    notices.add(meetingId, new Map([[personId, { personId, state, at }]]));
}
