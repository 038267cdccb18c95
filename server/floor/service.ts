import type { z } from 'zod';
import type {
  Floor,
  FloorEntry,
  askForFloor,
  declineRequest,
  endSpeech,
  extendSpeech,
  giveFloor,
  moveRequest,
  setFloorRules,
  withdrawFromFloor,
} from '../../models/contracts/floor.ts';
import type { RequestOf } from '../../models/contracts/event.ts';
import type { Id } from '../../models/ids.ts';
import type { Caller } from '../platform/caller.ts';

/** Who may be heard. `room`: whether the device that is the room's microphone may. */
export type AudioRights =
  { everyone: true } | { everyone: false; personIds: ReadonlySet<Id>; room: boolean };

/** Who asks to speak, who speaks, and who can be heard meanwhile. */
export interface FloorService {
  /** @throws AppError `not_found`, `not_allowed` for a device of another room */
  floor(caller: Caller, meetingId: Id): Promise<Floor>;
  /** Who spoke, in the order in which they began. @throws AppError `not_found` */
  speeches(caller: Caller, meetingId: Id): Promise<{ items: FloorEntry[] }>;
  /** @throws AppError `meeting_not_open`, `floor_already_asked` */
  ask(caller: Caller, request: RequestOf<typeof askForFloor>): Promise<FloorEntry>;
  /** @throws AppError `meeting_not_open`, `not_found`, `not_allowed` when it is someone else's, `floor_state` */
  withdraw(caller: Caller, request: RequestOf<typeof withdrawFromFloor>): Promise<FloorEntry>;
  /** @throws AppError `meeting_not_open`, `not_found`, `floor_state` */
  give(caller: Caller, request: RequestOf<typeof giveFloor>): Promise<FloorEntry>;
  /** @throws AppError `meeting_not_open`, `not_found`, `floor_state` */
  extend(caller: Caller, request: RequestOf<typeof extendSpeech>): Promise<FloorEntry>;
  /** @throws AppError `meeting_not_open`, `not_found`, `floor_state` */
  end(caller: Caller, request: RequestOf<typeof endSpeech>): Promise<FloorEntry>;
  /** @throws AppError `meeting_not_open`, `not_found`, `floor_state` */
  decline(caller: Caller, request: RequestOf<typeof declineRequest>): Promise<FloorEntry>;
  /** @throws AppError `meeting_not_open`, `not_found`, `floor_state` */
  move(caller: Caller, request: RequestOf<typeof moveRequest>): Promise<FloorEntry>;
  /** @throws AppError `meeting_state`, `not_found` */
  setRules(
    caller: Caller,
    request: RequestOf<typeof setFloorRules>,
  ): Promise<z.infer<typeof setFloorRules.response>>;
  /** From memory where it is known; asked for each stream that someone sends. */
  audioRights(meetingId: Id): Promise<AudioRights>;
  /** Runs after the commit whenever `audioRights` may answer otherwise than before. */
  onRightsChanged(hook: (meetingId: Id) => void): void;
}
