import { getElectionFile } from '../../../../models/contracts/elections.ts';
import { recordFile } from '../../../../models/contracts/ledger.ts';

const addressIn = ({ path }: { path: string }, meetingId: string, pollId: string): string =>
  path.replace(':meetingId', meetingId).replace(':pollId', pollId);

export const recordAddress = (meetingId: string, pollId: string): string =>
  addressIn(recordFile, meetingId, pollId);

/** Of the `.bel` of a verifiable secret poll. */
export const electionAddress = (meetingId: string, pollId: string): string =>
  addressIn(getElectionFile, meetingId, pollId);
