import { z } from 'zod';
import { Id } from '../ids.ts';
import { staff } from './access.ts';
import { Instant } from './common.ts';
import { route } from './route.ts';

/** The closed list of what leaves a trace. A new action is added here first. */
export const auditActions = [
  'session.signed_in',
  'session.sign_in_failed',
  'session.signed_out',
  'session.signed_out_everywhere',
  'password.changed',
  'password.reset',
  'organisation.created',
  'organisation.updated',
  'person.created',
  'person.updated',
  'device.paired',
  'device.updated',
  'device.revoked',
  'device.token_renewed',
  'room.created',
  'room.updated',
  'body.created',
  'body.updated',
  'body.attendance_settings_changed',
  'meeting.created',
  'meeting.updated',
  'meeting.state_changed',
  'meeting.agenda_moved',
  'meeting.item_extended',
  'meeting.screen_set',
  'floor.asked',
  'floor.withdrawn',
  'floor.given',
  'floor.extended',
  'floor.ended',
  'floor.declined',
  'floor.moved',
  'floor.rules_set',
  'door.set',
  'door.admitted',
  'door.declined',
  'door.removed',
  'media.muted',
  'media.unmute_asked',
  'recording.started',
  'recording.stopped',
  'recording.downloaded',
  'recording.deleted',
  'network.reported',
  'attendance.recorded',
  'attendance.corrected',
  'attendance.refused',
  'attendance.left',
  'attendance.check_ins_set',
  'attendance.exported',
  'presence.answered',
  'face.consented',
  'face.enrolled',
  'face.deleted',
  'face.accessed',
  'face.exported',
  'keys.rotated',
  'poll.created',
  'poll.updated',
  'poll.opened',
  'poll.closed',
  'poll.voided',
  'ballot.cast',
  'system.started',
  'demo.loaded',
] as const;
export const AuditAction = z.enum(auditActions);
export type AuditAction = z.infer<typeof AuditAction>;

export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  actorKind: z.enum(['person', 'device', 'system', 'nobody']),
  actorName: z.string(),
  action: AuditAction,
  /** What was acted on, for people: a name or a title. */
  subject: z.string(),
  meetingId: Id.nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const listAudit = route({
  method: 'GET',
  path: '/api/audit',
  summary: 'The trace of actions, newest first, a page at a time',
  who: staff,
  query: z.object({
    before: Id.optional(),
    meetingId: Id.optional(),
    action: AuditAction.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: z.object({ items: z.array(AuditEntry), next: Id.nullable() }),
});
