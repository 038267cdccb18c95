import type { listFaces } from '../../models/contracts/face-desk.ts';
import type { ResponseOf } from '../../models/contracts/route.ts';
import { textInForce } from './consent.ts';
import { endOf } from './consent-term.ts';
import type { FacesDeps } from './faces-deps.ts';
import { type ConsentRow, readConsentsInForce } from './consents-store.ts';
import { type NamedPerson, countTemplates, readNamed } from './faces-store.ts';
import { readTerms } from './retention.ts';

type FaceList = ResponseOf<typeof listFaces>;
type Counted = Awaited<ReturnType<typeof countTemplates>>[number];

/** Whose face is enrolled, for those who look after it. */
export function createFaceListService(deps: FacesDeps) {
  return {
    async faces(): Promise<FaceList> {
      const { read } = deps.database;
      const consents = new Map((await readConsentsInForce(read)).map((one) => [one.personId, one]));
      const held = new Map<string, Counted[]>();
      for (const one of await countTemplates(read))
        held.set(one.personId, [...(held.get(one.personId) ?? []), one]);
      const people = await readNamed(read);
      const termOf = await readTerms(read, deps);
      const embedder = deps.face()?.embedder;
      return {
        available: embedder !== undefined,
        embedder: embedder ? `${embedder.name} ${embedder.version}` : null,
        consentText: textInForce(deps),
        retentionDays: deps.config.face.retentionDays,
        items: people
          .map((person) => ({
            ...entryOf(
              deps,
              person,
              held.get(person.personId) ?? [],
              consents.get(person.personId),
            ),
            term: termOf(person.personId),
          }))
          .toSorted((one, other) => one.fullName.localeCompare(other.fullName, 'vi')),
      };
    },
  };
}

function entryOf(
  deps: FacesDeps,
  person: NamedPerson,
  held: readonly Counted[],
  consent: ConsentRow | undefined,
): Omit<FaceList['items'][number], 'term'> {
  const { personId, fullName, office, organisationName } = person;
  const embedder = deps.face()?.embedder;
  const current = held.filter(
    (one) =>
      deps.keys.canOpen(one.keyId) &&
      (embedder === undefined ||
        (one.embedder === embedder.name && one.embedderVersion === embedder.version)),
  );
  const shown = current.length > 0 ? current : held;
  return {
    personId,
    fullName,
    office,
    organisationName,
    state: held.length === 0 ? 'none' : current.length > 0 ? 'current' : 'outdated',
    samples: shown.reduce((sum, { samples }) => sum + samples, 0),
    enrolledAt: shown[0]?.at ?? null,
    way: consent?.way ?? null,
    retainUntil: consent ? endOf(deps, consent) : null,
  };
}
