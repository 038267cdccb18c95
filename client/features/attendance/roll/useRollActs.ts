import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Corrected,
  type CorrectedTo,
  correctTogether,
  getRoll,
  getRollHistory,
  undoCorrections,
} from '../../../../models/contracts/attendance.ts';
import type { Id } from '../../../../models/ids.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { refreshRoute } from '../../../realtime/refresh.ts';

export interface Done {
  state: CorrectedTo;
  corrected: Corrected;
}

/** The secretary's hand on the roll, with the last act kept so that it can be taken back. */
export function useRollActs(meetingId: Id) {
  const client = useQueryClient();
  const [done, setDone] = useState<Done | null>(null);
  const options = {
    invalidates: [getRollHistory],
    onSuccess: () => refreshRoute(client, getRoll, { params: { meetingId } }),
  };
  const correct = useMutationRoute(correctTogether, options);
  const undo = useMutationRoute(undoCorrections, options);
  return {
    done,
    forget: () => setDone(null),
    async correct(personIds: readonly Id[], state: CorrectedTo, reason?: string) {
      const body = { personIds: [...personIds], state, ...(reason !== undefined && { reason }) };
      setDone({ state, corrected: await correct.mutateAsync({ params: { meetingId }, body }) });
    },
    async undo() {
      if (done === null) return;
      const { changeIds } = done.corrected;
      await undo.mutateAsync({ params: { meetingId }, body: { changeIds } });
      setDone(null);
    },
  };
}
export type RollActs = ReturnType<typeof useRollActs>;
