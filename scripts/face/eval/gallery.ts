import { createHash } from 'node:crypto';
import { buildGallery, identify, meanTemplate } from '../../../server/attendance/face/matcher.ts';
import type { Thresholds } from '../../../server/attendance/face/types.ts';
import { distance } from '../../../server/attendance/face/vectors.ts';
import { accuracy } from './accuracy.ts';
import { personOf, type Split } from './groups.ts';
import type { Measured } from './pictures.ts';

/** Photos of a person that become their template, as enrolment asks for three poses. */
const ENROLLED = 3;
/** Of people, where no split says who is known. */
const UNKNOWN_SHARE = 0.3;

interface Probe {
  person: string;
  embedding: Float32Array | null;
}
interface Enrolled {
  personId: string;
  template: { embedder: string; vector: Float32Array };
}

/**
 * Open-set identification as at the door, one frame at a time: people are enrolled with their first three photos and
 * recognised on the others, while strangers pass by.
 * @param pictures by file, `person/n.jpg`
 * @param seed parts the people where the split does not say who is known
 */
export function evaluateGallery(
  pictures: ReadonlyMap<string, Measured>,
  thresholds: Thresholds,
  split: Split,
  seed: number,
) {
  const people = photosByPerson([...pictures.keys()]);
  const known = knownPeople([...people.keys()], split, seed);
  const enrolled: Enrolled[] = [];
  const probes: Probe[] = [];
  for (const [person, files] of people) {
    const measured = files.map((file) => pictures.get(file)?.embedding ?? null);
    const count = known.has(person) ? Math.min(ENROLLED, Math.max(1, files.length - 1)) : 0;
    const vectors = measured.slice(0, count).filter((vector) => vector !== null);
    if (vectors.length > 0) {
      const template = { embedder: thresholds.embedder, vector: meanTemplate(vectors) };
      enrolled.push({ personId: person, template });
    }
    probes.push(...measured.slice(count).map((embedding) => ({ person, embedding })));
  }
  const figures = (isIn: (person: string) => boolean) =>
    measureSet(
      [...people.keys()].filter(isIn),
      enrolled,
      probes.filter(({ person }) => isIn(person)),
      thresholds,
      known,
      isIn,
    );
  const byGroup = [...split.groups].map(([name, isIn]) => [name, figures(isIn)] as const);
  return { all: figures(() => true), groups: Object.fromEntries(byGroup) };
}

function photosByPerson(files: readonly string[]): Map<string, string[]> {
  const people = new Map<string, string[]>();
  for (const file of files) {
    const photos = people.get(personOf(file)) ?? [];
    people.set(personOf(file), [...photos, file]);
  }
  return people;
}

function knownPeople(people: readonly string[], split: Split, seed: number): ReadonlySet<string> {
  if (split.known) return split.known;
  const { unknown } = split;
  if (unknown) return new Set(people.filter((person) => !unknown.has(person)));
  const shuffled = people
    .map((person) => ({ person, order: hash(`${seed} ${person}`) }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1));
  return new Set(shuffled.slice(Math.round(UNKNOWN_SHARE * people.length)).map((p) => p.person));
}

/** The same order on every machine. */
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function measureSet(
  people: readonly string[],
  enrolled: readonly Enrolled[],
  probes: readonly Probe[],
  thresholds: Thresholds,
  known: ReadonlySet<string>,
  isIn: (person: string) => boolean,
) {
  const gallery = buildGallery(thresholds.embedder, enrolled);
  const find = ({ embedding }: Probe, among = gallery) =>
    embedding ? identify(embedding, among, thresholds) : null;
  const own = probes.filter(({ person }) => known.has(person));
  const strangers = probes.filter(({ person }) => !known.has(person));
  /** Among everyone but themselves: how often would they be taken for someone else, were they not enrolled? */
  const asStranger = (probe: Probe) => {
    const others = enrolled.filter(({ personId }) => personId !== probe.person);
    return find(probe, buildGallery(thresholds.embedder, others))?.outcome === 'match';
  };
  const found = own.map((probe) => ({ probe, match: find(probe) }));
  const right = found.filter(({ probe, match }) => match?.personId === probe.person);
  const sure = found.filter(({ match }) => match?.outcome === 'match');
  return {
    people: people.length,
    enrolled: enrolled.filter(({ personId }) => isIn(personId)).length,
    known_probes: own.length,
    unknown_probes: strangers.length,
    undetected: probes.filter(({ embedding }) => embedding === null).length,
    rank1: share(nearestIsOwn(own, enrolled), own.length),
    /** Not recognised surely as themselves: doubtful, unknown, undetected, or taken for another. */
    known_rejected: share(
      own.length - right.filter(({ match }) => match?.outcome === 'match').length,
      own.length,
    ),
    taken_for_another: share(
      sure.filter(({ probe, match }) => match?.personId !== probe.person).length,
      own.length,
    ),
    unknown_accepted: share(
      strangers.filter((probe) => find(probe)?.outcome === 'match').length,
      strangers.length,
    ),
    accepted_when_left_out: share(own.filter(asStranger).length, own.length),
    identify_threshold: thresholds.identify,
    /** One against one, each probe against each template of the group. */
    verify: accuracy(compareAll(probes, enrolled, isIn), thresholds.verify),
  };
}

const share = (part: number, of: number) => (of === 0 ? null : part / of);

/** Probes whose nearest template is their own, however far. */
function nearestIsOwn(probes: readonly Probe[], enrolled: readonly Enrolled[]): number {
  return probes.filter(({ person, embedding }) => {
    if (!embedding) return false;
    const apart = enrolled.map((e) => distance(embedding, e.template.vector));
    return enrolled[apart.indexOf(Math.min(...apart))]?.personId === person;
  }).length;
}

function compareAll(
  probes: readonly Probe[],
  enrolled: readonly Enrolled[],
  isIn: (person: string) => boolean,
) {
  return enrolled
    .filter(({ personId }) => isIn(personId))
    .flatMap(({ personId, template }) =>
      probes.map(({ person, embedding }) => ({
        same: person === personId,
        distance: embedding ? distance(embedding, template.vector) : Infinity,
      })),
    );
}
