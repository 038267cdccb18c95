import type { AdmissionState, DoorMode } from '../../models/contracts/admission.ts';
import type { ParticipantRole } from '../../models/contracts/meetings.ts';
import type { ErrorCode } from '../../models/errors.ts';

/** How it stands with someone who came to the door before. */
export interface Admission {
  state: Exclude<AdmissionState, 'locked'>;
  /** Since when. */
  at: string;
}

/** Someone who wants to come in. */
export interface Visitor {
  /** The chair, the staff and the devices of the room. */
  neverWaits: boolean;
  /** The part in the meeting; null for staff who take none. */
  role: ParticipantRole | null;
  earlier: Admission | undefined;
}

/** Whoever was turned away is not on the list again before this time is over, in milliseconds. */
const quietAfterDecline = 60_000;

/**
 * What the door answers. Whoever has been inside comes back however it is set now; whoever was sent out stays out
 * until let in again.
 */
export function answerAtDoor(
  mode: DoorMode,
  { neverWaits, role, earlier }: Visitor,
  now: string,
): AdmissionState {
  if (neverWaits || earlier?.state === 'inside') return 'inside';
  if (earlier?.state === 'removed') return 'removed';
  if (earlier?.state === 'declined' && isQuiet(earlier, now)) return 'declined';
  if (letsIn(mode, role)) return 'inside';
  // They are on the list already, and the runners can still let them in.
  if (earlier?.state === 'waiting') return 'waiting';
  return mode === 'locked' ? 'locked' : 'waiting';
}

const isQuiet = ({ at }: Admission, now: string) =>
  Date.parse(now) - Date.parse(at) < quietAfterDecline;

/** Whether the door, set like this, lets people with this part in without waiting. */
export const letsIn = (mode: DoorMode, role: ParticipantRole | null): boolean =>
  mode === 'open' || (mode === 'guests_wait' && role !== 'guest');

const refusals: Record<AdmissionState, ErrorCode | null> = {
  inside: null,
  waiting: 'waiting_for_admission',
  declined: 'admission_declined',
  removed: 'removed_from_room',
  locked: 'meeting_locked',
};

export const refusalOf = (state: AdmissionState): ErrorCode | null => refusals[state];
