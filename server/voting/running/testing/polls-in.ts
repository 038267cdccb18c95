import type { MyPoll, PollDraft } from '../../../../models/contracts/voting.ts';
import { checkLedger } from '../../../../models/voting/ledger-check.ts';
import type { Caller } from '../../../platform/caller.ts';
import type { VotingHall } from '../../../testing/voting-hall.ts';

/** What tests of running polls do in a hall. */
export const pollsIn = (hall: () => VotingHall) => ({
  /** What the ledger tells, which must be without fault. */
  async actsOf(pollId: string) {
    const rows = await hall().ledger.read(hall().database.read, pollId);
    const { faults } = checkLedger(rows);
    if (faults.length > 0) throw new Error(`faults in a ledger: ${JSON.stringify(faults)}`);
    return rows.map(({ entry }) => JSON.parse(entry));
  },
  /** A poll that is open for so many seconds; null: until it is closed. */
  async openFor(count: number | null, draft: Partial<PollDraft> = {}) {
    const { newPoll, voting, secretary, meetingId } = hall();
    const pollId = await newPoll(draft);
    await voting.open(secretary(), meetingId, pollId, { revision: 0, seconds: count });
    return pollId;
  },
  async seenBy(caller: Caller, pollId: string): Promise<MyPoll> {
    const { items } = await hall().voting.list(caller, hall().meetingId);
    const poll = items.find(({ id }) => id === pollId);
    if (poll === undefined) throw new Error('not to be seen');
    return poll;
  },
});
