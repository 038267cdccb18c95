import { answerOwnTurn, answerPresence, checkOwnFace } from '../../models/contracts/presence.ts';
import type { Sockets } from '../platform/socket-app.ts';
import type { OnlineFaceService } from './online-face.ts';
import type { RecheckService } from './recheck.ts';

interface PresenceDoors {
  recheck: RecheckService;
  onlineFace: OnlineFaceService;
}

export function presenceActions(sockets: Sockets, { recheck, onlineFace }: PresenceDoors): void {
  sockets.handle(checkOwnFace, (caller, request) => onlineFace.check(caller, request));
  sockets.handle(answerOwnTurn, (caller, request) => onlineFace.turn(caller, request));
  sockets.handle(answerPresence, async (caller, { meetingId, answer }) => {
    await recheck.answer(caller, meetingId, answer);
    return { done: true as const };
  });
}
