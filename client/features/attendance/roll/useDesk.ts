import { useState } from 'react';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import type { Id } from '../../../../models/ids.ts';
import { useRollActs } from './useRollActs.ts';

/** Whom the secretary has ticked, opened and is about to correct. */
export function useDesk(meetingId: Id) {
  const acts = useRollActs(meetingId);
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const [opened, setOpened] = useState<Id | null>(null);
  const [corrected, setCorrected] = useState<readonly Id[]>([]);
  return {
    acts,
    chosen,
    choose(personId: Id, isChosen: boolean) {
      const next = new Set(chosen);
      if (isChosen) next.add(personId);
      else next.delete(personId);
      setChosen(next);
    },
    chooseNone: () => setChosen(new Set()),
    opened,
    open: ({ personId }: RollEntry) => setOpened(personId),
    close: () => setOpened(null),
    corrected,
    correct(personIds: readonly Id[]) {
      setOpened(null);
      setCorrected(personIds);
    },
  };
}
export type RollDesk = ReturnType<typeof useDesk>;
