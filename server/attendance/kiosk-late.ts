import {
  type LateAttempt,
  LateMethod,
  LateRefusal,
  type LostReason,
  keptHours,
  lateAttemptListed,
} from '../../models/contracts/kiosk.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { type Caller, deviceOf } from '../platform/caller.ts';
import { hours, minutes } from '../platform/clock.ts';
import type { Door } from './kiosk.ts';
import { lookAt } from './kiosk-face.ts';
import { doorOf, personOfCode } from './kiosk-welcome.ts';
import type { CheckIn } from './service.ts';

/** What a kiosk kept while it was cut off. */
export interface Late {
  meetingId: Id;
  at: string;
  sign: { frames: Uint8Array[] } | { code: string } | { lost: LostReason; method: LateMethod };
}

type Found = { checkIn: CheckIn } | { reason: LateRefusal; likely: string };

/** Puts someone on the roll who came earlier, or else on the list for the secretariat. */
export async function takeLate(door: Door, caller: Caller, late: Late) {
  const found = await findLate(door, caller, late);
  if ('reason' in found) return list(door, caller, late, found);
  try {
    const { already } = await door.attendance.checkIn(doorOf(caller), {
      ...found.checkIn,
      at: late.at,
    });
    return { outcome: 'recorded' as const, already };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { meetingId, personId } = found.checkIn;
    const { fullName } = await door.meetings.participantOf(door.database.read, meetingId, personId);
    return list(door, caller, late, { reason: 'door_closed', likely: fullName });
  }
}

async function findLate(door: Door, caller: Caller, late: Late): Promise<Found> {
  const { clock, meetings, database } = door;
  const { meetingId, at, sign } = late;
  if ('lost' in sign) return { reason: sign.lost, likely: '' };
  const age = Date.parse(clock.now()) - Date.parse(at);
  // Two clocks are never quite the same; a moment that has not come cannot have been kept.
  if (age > hours(keptHours) || age < -minutes(1)) return { reason: 'too_old', likely: '' };
  const taking = await meetings.currentInRoom(database.read, deviceOf(caller).roomId, at);
  if (!taking.some(({ id }) => id === meetingId)) return { reason: 'door_closed', likely: '' };
  return 'code' in sign
    ? findByCode(door, caller, meetingId, sign.code)
    : findByFace(door, caller, meetingId, sign.frames);
}

async function findByCode(door: Door, caller: Caller, meetingId: Id, code: string): Promise<Found> {
  const takeBack = door.wrongCodes.count(deviceOf(caller).deviceId);
  const found = await personOfCode(door, meetingId, code);
  if (found === null) return { reason: 'code_unknown', likely: '' };
  takeBack();
  return { checkIn: { meetingId, ...found } };
}

async function findByFace(
  door: Door,
  caller: Caller,
  meetingId: Id,
  frames: Uint8Array[],
): Promise<Found> {
  const { meetings, database } = door;
  const look = await lookAt(door, meetingId, frames, deviceOf(caller).deviceId);
  if (look.outcome === 'no_face') return { reason: 'no_face', likely: '' };
  const { decision, liveness, livenessDoubtful } = look;
  if (decision.outcome === 'unknown') return { reason: 'unknown', likely: '' };
  const { personId, score } = decision;
  const { fullName: likely } = await meetings.participantOf(database.read, meetingId, personId);
  if (decision.outcome === 'unsure') return { reason: 'unsure', likely };
  const { challenge } = await meetings.attendanceSettingsOf(database.read, meetingId);
  if (challenge === 'always' || livenessDoubtful) return { reason: 'not_turned', likely };
  const evidence = { method: 'face' as const, score, ...(liveness !== null && { liveness }) };
  return { checkIn: { meetingId, personId, ...evidence } };
}

/** For the secretariat to ask about: nobody who stood at the door is lost. */
async function list(
  { database, audit, publisher }: Door,
  caller: Caller,
  { meetingId, at, sign }: Late,
  { reason, likely }: { reason: LateRefusal; likely: string },
) {
  const method = methodOf(sign);
  await database.write(async (tx) => {
    await audit.record(tx, doorOf(caller), {
      action: 'attendance.refused',
      subject: likely,
      meetingId,
      details: { late: at, method, reason },
    });
    return true;
  }, caller.once);
  publisher.toStaff(lateAttemptListed, { meetingId });
  return { outcome: 'unmatched' as const, reason };
}

function methodOf(sign: Late['sign']): LateMethod {
  if ('lost' in sign) return sign.method;
  return 'code' in sign ? 'code' : 'face';
}

/** A door keeps a few hundred at most. */
const most = 200;

/** Newest first. */
export async function listLate({ audit }: Door, meetingId: Id): Promise<{ items: LateAttempt[] }> {
  const { items } = await audit.list({ meetingId, action: 'attendance.refused', limit: most });
  return {
    items: items.flatMap(({ id, actorName: deviceName, subject: likely, details }) => {
      const reason = LateRefusal.safeParse(details.reason);
      const method = LateMethod.safeParse(details.method);
      const { late: at } = details;
      if (!reason.success || !method.success || typeof at !== 'string') return [];
      return [{ id, at, deviceName, method: method.data, reason: reason.data, likely }];
    }),
  };
}
