import type { z } from 'zod';
import type {
  Door,
  admitPeople,
  declinePerson,
  knock,
  removePerson,
  setDoor,
} from '../../models/contracts/admission.ts';
import type { Done } from '../../models/contracts/common.ts';
import type { RequestOf } from '../../models/contracts/event.ts';
import type { ErrorCode } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';

type DoneAnswer = z.infer<typeof Done>;

/** The door of the online room. It never touches the right to vote. */
export interface AdmissionService {
  /** @throws AppError `not_found` */
  door(caller: Caller, meetingId: Id): Promise<Door>;
  /** @throws AppError `meeting_not_open`, `not_found` */
  knock(caller: Caller, meetingId: Id): Promise<z.infer<typeof knock.response>>;
  /** @throws AppError `meeting_state`, `not_found` */
  setDoor(caller: Caller, request: RequestOf<typeof setDoor>): Promise<DoneAnswer>;
  /** @throws AppError `meeting_state`, `not_found` when someone is no participant */
  admit(caller: Caller, request: RequestOf<typeof admitPeople>): Promise<DoneAnswer>;
  /** @throws AppError `meeting_state`, `not_found`, `conflict` when they do not wait any more */
  decline(caller: Caller, request: RequestOf<typeof declinePerson>): Promise<DoneAnswer>;
  /** @throws AppError `meeting_state`, `not_found`, `not_allowed` for the chair and the staff */
  remove(caller: Caller, request: RequestOf<typeof removePerson>): Promise<DoneAnswer>;
  /**
   * Why the caller may not be in the online room; null when they may, and then it is noted that they were inside.
   * Not to be asked inside a write.
   * @returns `waiting_for_admission`, `meeting_locked`, `admission_declined`, `removed_from_room` or null
   */
  refusalToEnter(caller: Caller, meetingId: Id): Promise<ErrorCode | null>;
  /** Runs after the commit when someone was sent out. */
  onRemoved(hook: (personId: Id, meetingId: Id) => void): void;
}
