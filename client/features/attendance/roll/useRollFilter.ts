import { useState } from 'react';
import type { AttendanceState, RollEntry } from '../../../../models/contracts/attendance.ts';
import { type Chosen, narrow, namesOf } from './roll-rules.ts';

/** Whom the roll shows: of one office, of one organisation, in one state, or of all that together. */
export function useRollFilter(entries: readonly RollEntry[] | undefined) {
  const [state, setState] = useState<AttendanceState | 'all'>('all');
  const [wanted, setWanted] = useState<Chosen>({ office: null, organisation: null });
  const names = namesOf(entries ?? []);
  // A name that has left the roll can no longer be chosen away.
  const chosen: Chosen = {
    office: names.offices.find((name) => name === wanted.office) ?? null,
    organisation: names.organisations.find((name) => name === wanted.organisation) ?? null,
  };
  const ofNames = entries && narrow(entries, chosen);
  return {
    state,
    setState,
    chosen,
    choose: (part: Partial<Chosen>) => setWanted({ ...chosen, ...part }),
    names,
    /** Those of the office and organisation, in every state. */
    ofNames,
    shown: ofNames?.filter((entry) => state === 'all' || entry.state === state),
  };
}
export type RollFilter = ReturnType<typeof useRollFilter>;
