import { AppError } from '../../../models/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Actor, actorId } from '../acts.ts';
import { mayVoid } from '../rules.ts';
import type { PollRow } from '../store.ts';
import type { Change } from './running-service.ts';

/** In the record of a poll that ended by itself and may not be counted. */
export const revealReason =
  'Bỏ phiếu kín có trọng số: có mức trọng số chỉ một hoặc hai người đã bỏ phiếu, kiểm phiếu sẽ lộ phiếu của họ.';

/** Declares a poll void: no result is worked out, and its secret ballots stay in the box. */
export function voiding(clock: Clock, actor: Actor, poll: PollRow, reason: string): Change {
  const refusal = mayVoid(poll.state);
  if (refusal !== null) throw new AppError(refusal);
  const by = actorId(actor);
  return {
    act: { type: 'voided', ledgerId: poll.id, at: clock.now(), by, reason },
    fields: { state: 'void', voidReason: reason },
  };
}
