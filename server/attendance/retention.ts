import type { FaceTerm } from '../../models/contracts/face.ts';
import type { Id } from '../../models/ids.ts';
import { after } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { days, endOf } from './consent-term.ts';
import type { FacesDeps } from './faces-deps.ts';
import {
  type BodyTerm,
  readBodyTerms,
  readConsentsInForce,
  setRetainUntil,
} from './consents-store.ts';

type House = Pick<FacesDeps, 'config'>;

/**
 * One template serves every body of a person, so the shortest of their terms binds; no body lengthens that of the
 * house. See docs/decisions/0003-face-models.md.
 */
export async function termOf(db: Db, house: House, personId: Id): Promise<FaceTerm> {
  return shortest(house, await readBodyTerms(db, personId));
}

/** The same of everyone. */
export async function readTerms(db: Db, house: House): Promise<(personId: Id) => FaceTerm> {
  const terms = new Map<Id, BodyTerm[]>();
  for (const one of await readBodyTerms(db))
    terms.set(one.personId, [...(terms.get(one.personId) ?? []), one]);
  return (personId) => shortest(house, terms.get(personId) ?? []);
}

const shortest = ({ config }: House, terms: readonly BodyTerm[]): FaceTerm =>
  terms.reduce<FaceTerm>(
    (least, one) => (one.days < least.days ? { days: one.days, bodyName: one.bodyName } : least),
    { days: config.face.retentionDays, bodyName: null },
  );

/**
 * Brings forward the end of consents whose person has come into a body with a shorter term, or whose body has made it
 * shorter. Never the other way: what was said at the consent is the most.
 */
export async function shortenTerms(deps: Pick<FacesDeps, 'database' | 'config'>): Promise<void> {
  const { database } = deps;
  const terms = new Map<Id, number>();
  for (const { personId, days: term } of await readBodyTerms(database.read))
    terms.set(personId, Math.min(term, terms.get(personId) ?? term));
  if (terms.size === 0) return;
  const late = (await readConsentsInForce(database.read)).flatMap((consent) => {
    const term = terms.get(consent.personId);
    if (term === undefined) return [];
    const until = after(consent.givenAt, days(term));
    return until < endOf(deps, consent) ? [{ id: consent.id, until }] : [];
  });
  if (late.length === 0) return;
  await database.write(async (tx) => {
    for (const { id, until } of late) await setRetainUntil(tx, id, until);
    return late.length;
  });
}
