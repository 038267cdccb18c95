import type { AttendanceState } from './contracts/attendance.ts';

/** Present is who is in the room or online; both count for the quorum and may vote. */
export const presentStates: readonly AttendanceState[] = ['in_person', 'online'];

export const isPresent = (state: AttendanceState): boolean => presentStates.includes(state);
