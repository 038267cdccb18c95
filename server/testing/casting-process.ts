import { newId } from '../../models/ids.ts';
import { openChamber, personCaller } from './chamber.ts';
import { votingServices } from './voting-hall.ts';

// Casts the ballots of everyone on the roll of a poll, one after the other, and tells the parent process of each that
// was acknowledged. Then it waits to be killed.

const [dataDir = '', meetingId = '', pollId = ''] = process.argv.slice(2);
const chamber = openChamber(dataDir);
const { meetings, voting } = votingServices(chamber);

for (const { personId, role } of await meetings.participantsOf(chamber.database.read, meetingId)) {
  if (role === 'guest') continue;
  const requestId = newId();
  const caller = personCaller(personId, { meetingRole: role, requestId });
  const { receipt } = await voting.cast(caller, {
    meetingId,
    pollId,
    marks: { kind: 'motion', choice: 'for' },
  });
  process.send?.({ personId, requestId, receipt });
}
setInterval(() => {}, 1000);
