import { type Caller, type Identity, deviceOf } from '../platform/caller.ts';
import type { Id } from '../../models/ids.ts';
import { personInQr } from './invitation.ts';
import type { Door } from './kiosk.ts';
import type { CheckIn } from './service.ts';

/** A QR code is long and made by us; what is short is a PIN. @returns null when it is nobody's in this meeting */
export async function personOfCode(
  { keys, meetings, database }: Pick<Door, 'keys' | 'meetings' | 'database'>,
  meetingId: Id,
  code: string,
) {
  const byQr = personInQr(keys, meetingId, code);
  // Whoever was taken off the meeting still holds the code of the time before.
  if (byQr !== null && (await meetings.roleOf(byQr, meetingId)) !== null)
    return { personId: byQr, method: 'qr' as const };
  const digits = code.replaceAll(/\D/g, '');
  const byPin = await meetings.personByPin(database.read, meetingId, digits);
  return byPin === null ? null : { personId: byPin, method: 'pin' as const };
}

/** Puts someone on the roll and greets them. */
export async function welcome(
  { attendance, clock }: Pick<Door, 'attendance' | 'clock'>,
  caller: Caller,
  found: CheckIn,
) {
  const { entry, already } = await attendance.checkIn(doorOf(caller), found);
  const { personId, fullName, office, seat } = entry;
  const at = entry.at ?? clock.now();
  return {
    outcome: 'welcome' as const,
    greeting: { personId, fullName, office, seat, at, already },
  };
}

/** The door acts for itself, even when an administrator is signed in on the same browser. */
export const doorOf = (caller: Caller): Identity => ({ person: null, device: deviceOf(caller) });
