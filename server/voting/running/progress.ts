import { pollChanged, pollProgress } from '../../../models/contracts/voting.ts';
import { turnoutChanged } from '../../../models/contracts/voting-acts.ts';
import type { Id } from '../../../models/ids.ts';
import { gather } from '../../platform/gather.ts';
import type { VotingDeps } from '../deps.ts';
import { findPoll, readTurnouts } from '../store.ts';
import { liveVerdict, publicPolls } from '../views.ts';

/** Often enough to watch the count grow, seldom enough for hundreds who vote at once; in milliseconds. */
const interval = 200;

/** Tells the meeting how its polls stand. Nothing here fails: what is not told now is read by whoever asks. */
export interface PollNotices {
  /** How far a poll is: at once, or with the next notice if one went out just now. */
  cast(pollId: Id): void;
  /** A poll was opened, closed or changed; nothing of a draft. */
  changed(pollId: Id): Promise<void>;
  /** To those who run the meeting. */
  turnout(meetingId: Id): void;
}

type Deps = Pick<VotingDeps, 'database' | 'meetings' | 'publisher' | 'logger'>;

export function createPollNotices(deps: Deps): PollNotices {
  const { database, meetings, publisher, logger } = deps;
  const tell = (told: Promise<void>): Promise<void> =>
    told.catch((error: unknown) => logger.error({ err: error }, 'a notice of a poll was not sent'));
  // One for each poll and interval, however many vote; the last always gets out.
  const progress = gather<Id, null>({
    interval,
    merge: () => null,
    send: (pollId) => void tell(tellProgress(deps, pollId)),
  });
  const turnouts = gather<Id, null>({
    interval,
    merge: () => null,
    send: (meetingId) => publisher.toRunners(meetingId, turnoutChanged, { meetingId }),
  });
  return {
    cast: (pollId) => progress.add(pollId, null),
    changed: (pollId) =>
      tell(
        (async () => {
          const row = await findPoll(database.read, pollId);
          // Members have never heard of a draft.
          if (row === undefined || row.openedAt === null) return;
          // What was to be told of its progress is told by its end.
          if (row.state !== 'open') progress.drop(pollId);
          const [poll] = await publicPolls(database.read, meetings, [row], false);
          if (poll !== undefined) publisher.toMeeting(row.meetingId, pollChanged, poll);
        })(),
      ),
    turnout: (meetingId) => turnouts.add(meetingId, null),
  };
}

async function tellProgress({ database, publisher }: Deps, pollId: Id): Promise<void> {
  const row = await findPoll(database.read, pollId);
  if (row?.state !== 'open') return;
  const turnout = (await readTurnouts(database.read, [pollId])).get(pollId);
  if (turnout === undefined) return;
  const { meetingId } = row;
  const verdict = await liveVerdict(database.read, row);
  publisher.toMeeting(meetingId, pollProgress, { meetingId, pollId, ...turnout, verdict });
}
