import { Id } from '../../models/ids.ts';
import type { Keys } from '../platform/keys.ts';

const prefix = 'NT1';

/** The text of an invitation's QR code: who and for which meeting, sealed so that nobody else can make one. */
export const qrOf = (keys: Keys, meetingId: Id, personId: Id): string =>
  [prefix, meetingId, personId, keys.mac('invitation', meetingId, personId)].join('.');

/** The person whom a QR code names, when it was made here for this meeting; else null. */
export function personInQr(keys: Keys, meetingId: Id, text: string): Id | null {
  const [head, meeting, person, mac] = text.split('.');
  const named = Id.safeParse(person);
  if (head !== prefix || meeting !== meetingId || !named.success || mac === undefined) return null;
  return keys.isMac(mac, 'invitation', meetingId, named.data) ? named.data : null;
}
