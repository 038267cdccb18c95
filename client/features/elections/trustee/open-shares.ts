import type { TrusteeSecret } from '../../../../models/belenios/trustee.ts';
import type { Id } from '../../../../models/ids.ts';

// Shares whose passphrase was given, for as long as this page lives: its later steps then run by themselves.

const open = new Map<string, TrusteeSecret>();
const keyOf = (uuid: string, personId: Id): string => `${uuid}/${personId}`;

export const openShare = (uuid: string, personId: Id): TrusteeSecret | null =>
  open.get(keyOf(uuid, personId)) ?? null;

export const rememberShare = (uuid: string, personId: Id, secret: TrusteeSecret): void =>
  void open.set(keyOf(uuid, personId), secret);
