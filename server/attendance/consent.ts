import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { Identity } from '../platform/caller.ts';
import { after } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { days, endOf } from './consent-term.ts';
import { consentTextFor } from './consent-text.ts';
import type { FacesDeps } from './faces-deps.ts';
import { type ConsentRow, findConsent, insertConsent, withdrawConsent } from './consents-store.ts';
import { termOf } from './retention.ts';

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
  const term = await termOf(tx, deps, personId);
  await withdrawConsent(tx, personId, deps.clock.now());
  await insertConsent(tx, {
    id: newId(),
    personId,
    textVersion: version,
    givenAt,
    way,
    proof,
    takenBy: way === 'self' ? null : (by.person?.personId ?? null),
    retainUntil: after(givenAt, days(term.days)),
    withdrawnAt: null,
  });
  await deps.audit.record(tx, by, {
    action: 'face.consented',
    subject: fullName,
    about: [personId],
    details: { version, way, ...(proof === null ? {} : { proof }) },
  });
}
