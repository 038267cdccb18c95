import { castBallot } from '../../models/contracts/voting.ts';
import type { Sockets } from '../platform/socket-app.ts';
import type { VotingService } from './service.ts';

export function votingActions(
  sockets: Pick<Sockets, 'handle'>,
  voting: Pick<VotingService, 'cast'>,
): void {
  sockets.handle(castBallot, (caller, ballot) => voting.cast(caller, ballot));
}
