import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { Identity } from '../platform/caller.ts';
import { after, hours } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { consentTextFor } from './consent-text.ts';
import type { FacesDeps } from './faces-deps.ts';
import { type ConsentRow, findConsent, insertConsent, withdrawConsent } from './faces-store.ts';

export const days = (count: number): number => hours(24 * count);

/** So long before its end people are reminded, and may renew it. */
const remindDays = 60;

type Consents = Pick<FacesDeps, 'clock' | 'audit' | 'config'>;

export interface NewConsent {
  personId: Id;
  fullName: string;
  way: ConsentRow['way'];
  proof: string | null;
  givenAt: string;
}

export const textInForce = ({ config }: Pick<FacesDeps, 'config'>) =>
  consentTextFor(config.face.retentionDays);

/** The day on which what was consented to goes by itself. */
export const endOf = (
  { config }: Pick<FacesDeps, 'config'>,
  { givenAt, retainUntil }: Pick<ConsentRow, 'givenAt'> & { retainUntil?: string | null },
): string => retainUntil ?? after(givenAt, days(config.face.retentionDays));

export const endsSoon = (deps: Pick<FacesDeps, 'config' | 'clock'>, consent: ConsentRow) =>
  endOf(deps, consent) <= after(deps.clock.now(), days(remindDays));

/** @throws AppError `consent_text_outdated` */
export function requireTextInForce(deps: Pick<FacesDeps, 'config'>, version: string): void {
  if (version !== textInForce(deps).version) throw new AppError('consent_text_outdated');
}

/** @throws AppError `consent_required`, `consent_text_outdated` */
export async function requireConsent(db: Db, deps: Consents, personId: Id): Promise<void> {
  const consent = await findConsent(db, personId);
  if (consent === undefined || endOf(deps, consent) <= deps.clock.now())
    throw new AppError('consent_required');
  requireTextInForce(deps, consent.textVersion);
}

/** Consent to the text in force takes the place of an earlier one, with its trace. */
export async function recordConsent(
  tx: Db,
  deps: Consents,
  by: Identity,
  { personId, fullName, way, proof, givenAt }: NewConsent,
): Promise<void> {
  const { version } = textInForce(deps);
  await withdrawConsent(tx, personId, deps.clock.now());
  await insertConsent(tx, {
    id: newId(),
    personId,
    textVersion: version,
    givenAt,
    way,
    proof,
    takenBy: way === 'self' ? null : (by.person?.personId ?? null),
    retainUntil: endOf(deps, { givenAt }),
    withdrawnAt: null,
  });
  await deps.audit.record(tx, by, {
    action: 'face.consented',
    subject: fullName,
    about: [personId],
    details: { version, way, ...(proof === null ? {} : { proof }) },
  });
}
