import { getElectionFile } from '../../../../models/contracts/elections.ts';
import { recordFile } from '../../../../models/contracts/ledger.ts';
import { addressOf } from '../../../../models/contracts/route.ts';

export const recordAddress = (meetingId: string, pollId: string): string =>
  addressOf(recordFile, { meetingId, pollId });

/** Of the `.bel` of a verifiable secret poll. */
export const electionAddress = (meetingId: string, pollId: string): string =>
  addressOf(getElectionFile, { meetingId, pollId });
