import type { ImportOutcome } from '../../models/contracts/face-desk.ts';
import type { FaceHint } from '../../models/contracts/face.ts';
import type { Thresholds } from './face/types.ts';
import { distance } from './face/vectors.ts';

/** What a list says of a person, and what is known of everyone. */
interface Meant {
  person: string;
  office: string;
}
interface Known {
  fullName: string;
  office: string;
  organisationName: string | null;
}

/**
 * Whom a list means by a full name. A template under a wrong name is worse than none, so diacritics must agree, and a
 * name says enough only together with the office.
 */
export function personByName<P extends Known>(
  { person, office }: Meant,
  everyone: readonly P[],
): P | ImportOutcome {
  const namesakes = everyone.filter(({ fullName }) => alike(fullName, person));
  if (namesakes.length === 0) return 'no_such_person';
  if (office === '') return 'office_missing';
  const [found, another] = namesakes.filter(
    (one) =>
      alike(one.office, office) || alike([one.office, one.organisationName].join(', '), office),
  );
  if (found === undefined) return 'office_differs';
  return another === undefined ? found : 'ambiguous_person';
}

const alike = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replaceAll(/[\s,]+/g, ' ')
    .trim();

/** Templates that a person has before a portrait is added. */
export interface OwnTemplates {
  vectors: readonly Float32Array[];
  /** False when the person sat before a camera: better than any portrait on file. */
  isFromImport: boolean;
}

/** As many as one sitting gives at most. */
const most = 8;
/** Two photos of one person are hardly ever so near; the same photo, packed anew, always is. */
const samePhoto = 0.2;

/** What the templates that are there already make of a new portrait; null when it may be added. */
export function outcomeOfOwn(
  vector: Float32Array,
  { vectors, isFromImport }: OwnTemplates,
  thresholds: Thresholds,
): ImportOutcome | null {
  const apart = vectors.map((one) => distance(one, vector));
  if (apart.some((one) => one <= samePhoto)) return 'already_there';
  if (vectors.length > 0 && !isFromImport) return 'kept_own';
  if (apart.some((one) => one > thresholds.verify)) return 'another_person';
  return vectors.length >= most ? 'enough' : null;
}

/** The most telling of what is wrong with a portrait. */
export function outcomeOfHints(hints: readonly FaceHint[]): ImportOutcome {
  const telling = ['no_face', 'several_faces', 'too_small'] as const;
  return telling.find((one) => hints.includes(one)) ?? 'poor_picture';
}
