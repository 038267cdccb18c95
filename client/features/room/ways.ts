import type { AttendanceState } from '../../../models/contracts/attendance.ts';

/** How a person takes part: seen and heard, heard, hearing alone, or in the hall where the room is heard. */
export const joinWays = ['camera', 'noCamera', 'audio', 'companion'] as const;
export type JoinWay = (typeof joinWays)[number];

/**
 * What is proposed before joining. Whoever checked in at the door sits in the hall: a second microphone and
 * loudspeaker there would howl, so companion mode comes first until the person chooses otherwise.
 */
export function proposedWay(
  attendance: AttendanceState | null,
  chosen: JoinWay | null,
  remembered: JoinWay,
): JoinWay {
  if (chosen !== null) return chosen;
  if (attendance === 'in_person') return 'companion';
  return remembered;
}
