import type { z } from 'zod';
import type { NoticeKind } from '../../models/contracts/event.ts';
import type { Id } from '../../models/ids.ts';

/** Sends notices to those who follow a meeting, to those who run it, or to one person on all their devices. */
export interface Publisher {
  toMeeting<D extends z.ZodType>(meetingId: Id, kind: NoticeKind<D>, data: z.infer<D>): void;
  /** How many connections a notice to the meeting reaches now. */
  audience(meetingId: Id): number;
  /** To the chair, who must be following the meeting, and to the staff wherever they are in the program. */
  toRunners<D extends z.ZodType>(meetingId: Id, kind: NoticeKind<D>, data: z.infer<D>): void;
  /** To the staff wherever they are in the program. */
  toStaff<D extends z.ZodType>(kind: NoticeKind<D>, data: z.infer<D>): void;
  toPerson<D extends z.ZodType>(personId: Id, kind: NoticeKind<D>, data: z.infer<D>): void;
  /** Someone is no longer a participant: no notice of the meeting reaches them from now on. */
  removeFromMeeting(personId: Id, meetingId: Id): void;
  /** Ends the connections of sessions that are no longer valid. */
  endSessions(sessionIds: readonly Id[]): void;
}
