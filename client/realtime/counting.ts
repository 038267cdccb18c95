import type { Poll } from '../../models/contracts/voting.ts';
import { useNow } from '../primitives/Clock.tsx';
import { useClockOffset } from './server-clock.ts';

type Counted = Pick<Poll, 'trustees' | 'state' | 'endsAt'>;

/** Whether voting is over and the trustees are opening the result: such a poll is still called open. */
export const isCounting = ({ trustees, state, endsAt }: Counted, now: number): boolean =>
  Boolean(trustees) && state === 'open' && endsAt !== null && Date.parse(endsAt) <= now;

/** The same, as the server's time goes on. */
export function useIsCounting(poll: Counted): boolean {
  const now = useNow(useClockOffset());
  return isCounting(poll, now);
}
