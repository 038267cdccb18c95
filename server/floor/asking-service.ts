import type { FloorEntry, askForFloor, withdrawFromFloor } from '../../models/contracts/floor.ts';
import type { RequestOf } from '../../models/contracts/event.ts';
import { AppError } from '../../models/errors.ts';
import { newId } from '../../models/ids.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Act } from './acts.ts';
import type { FloorDeps } from './deps.ts';
import { ask, withdraw } from './rules.ts';
import { findEntry } from './store.ts';

/** The side of those who want to speak. */
export interface AskingService {
  /** @throws AppError `meeting_not_open`, `floor_already_asked` */
  ask(caller: Caller, request: RequestOf<typeof askForFloor>): Promise<FloorEntry>;
  /** @throws AppError `meeting_not_open`, `not_found`, `not_allowed` when it is someone else's, `floor_state` */
  withdraw(caller: Caller, request: RequestOf<typeof withdrawFromFloor>): Promise<FloorEntry>;
}

export function createAskingService({ clock }: FloorDeps, act: Act): AskingService {
  return {
    ask: (caller, { meetingId, kind, topic }) =>
      act(caller, meetingId, async (_tx, queue, { currentAgendaItemId: agendaItemId }) => {
        const { personId } = personOf(caller);
        const request = { id: newId(), personId, kind, topic, agendaItemId, askedAt: clock.now() };
        return { change: ask(queue, request), entryId: request.id, action: 'floor.asked' };
      }),
    withdraw: (caller, { meetingId, entryId }) =>
      act(caller, meetingId, async (tx, queue) => {
        const entry = await findEntry(tx, meetingId, entryId);
        if (entry === undefined) throw new AppError('not_found');
        if (entry.personId !== personOf(caller).personId) throw new AppError('not_allowed');
        const change = withdraw(queue, entryId, clock.now());
        return { change, entryId, action: 'floor.withdrawn', details: { from: entry.state } };
      }),
  };
}
