import { useQueryClient } from '@tanstack/react-query';
import { castEncrypted } from '../../../../models/contracts/elections.ts';
import { type MyPoll, listPolls } from '../../../../models/contracts/voting.ts';
import { errorCodeOf } from '../../../primitives/problems.ts';
import { useConnection } from '../../../realtime/provider.tsx';
import { refreshRoute } from '../../../realtime/refresh.ts';
import { isFinal } from './cast-outcome.ts';
import { recorded, turnedDown } from './kept-voter.ts';
import type { KeptState } from './useKeptVoter.ts';
import { alone } from './voter-lock.ts';

/**
 * Sends the ballot that is kept as on its way, and writes down what became of it. The same ballot again is never a second
 * one, so it may be sent as often as one likes.
 */
export function useCastEncrypted(
  { meetingId, id: pollId }: Pick<MyPoll, 'meetingId' | 'id'>,
  change: KeptState['change'],
): () => Promise<void> {
  const { request } = useConnection();
  const client = useQueryClient();
  const deliver = async () => {
    const kept = await change((now) => now);
    if (!kept?.pending) return;
    const { uuid, pending } = kept;
    const { ballot, tracker } = pending;
    try {
      await request(castEncrypted, { meetingId, pollId, ballot });
      await change(recorded(uuid, tracker));
    } catch (error) {
      if (isFinal(errorCodeOf(error))) await change(turnedDown(uuid, tracker));
      throw error;
    } finally {
      refreshRoute(client, listPolls, { params: { meetingId } });
    }
  };
  return () => alone(`cast.${pollId}`, deliver);
}
