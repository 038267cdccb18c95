import { slipChanged } from '../../models/contracts/opinions.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { AuditService } from '../audit/service.ts';
import type { LedgerService } from '../ledger/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Identity, isStaff } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Database, Db } from '../platform/database.ts';
import type { Publisher } from '../platform/publisher.ts';
import { readRecipients } from './answers-store.ts';
import { type SlipRow, findSlip } from './store.ts';

export interface OpinionsDeps {
  database: Database;
  clock: Clock;
  publisher: Publisher;
  audit: AuditService;
  ledger: Pick<LedgerService, 'append' | 'sign' | 'file'>;
  meetings: Pick<
    MeetingsService,
    'bodyOf' | 'letterheadOfBody' | 'nextPlanned' | 'addAgendaItem' | 'onCreate'
  >;
  config: Pick<Config, 'dataDir'>;
}

/** @throws AppError `not_found` */
export async function slipIn(db: Db, slipId: Id): Promise<SlipRow> {
  const slip = await findSlip(db, slipId);
  if (slip === undefined) throw new AppError('not_found');
  return slip;
}

/** @throws AppError `invalid_input` when any field is at fault */
export function refuseFields(fields: readonly string[]): void {
  if (fields.length > 0)
    throw new AppError('invalid_input', { fields: [...new Set(fields)].slice(0, 50) });
}

/** What the trace calls a slip. */
export const subjectOf = ({ number, year, title }: SlipRow): string =>
  number === null ? title : `Phiếu số ${number}/${year}: ${title}`;

/** Those who were asked, from sending on; nobody else but the staff may see a slip. @throws AppError `slip_not_yours` */
export async function admitReader(db: Db, identity: Identity, slip: SlipRow): Promise<void> {
  if (isStaff(identity)) return;
  const personId = identity.person?.personId;
  const recipients = await readRecipients(db, slip.id);
  if (slip.state === 'draft' || !recipients.some((one) => one.personId === personId))
    throw new AppError('slip_not_yours');
}

/** Tells the staff and the recipients that a slip is not what it was. */
export async function announce({ database, publisher }: OpinionsDeps, slipId: Id): Promise<void> {
  const slip = await findSlip(database.read, slipId);
  if (slip === undefined) return;
  const change = { slipId, state: slip.state };
  publisher.toStaff(slipChanged, change);
  for (const { personId } of await readRecipients(database.read, slipId))
    publisher.toPerson(personId, slipChanged, change);
}
