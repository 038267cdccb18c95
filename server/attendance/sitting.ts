import type { FaceHint } from '../../models/contracts/face.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { Identity } from '../platform/caller.ts';
import { belongsToAnother, samePerson } from './enrolment-rules.ts';
import type { FaceService } from './face/face-service.ts';
import type { FrameAnalysis } from './face/types.ts';
import type { FacesDeps } from './faces-deps.ts';
import { type TemplateRow, enrolledPeople } from './faces-store.ts';
import { sealTemplate } from './gallery.ts';

/**
 * The vectors of one sitting before the camera.
 * @param least fewer good frames than this make a template that mistakes people
 * @throws AppError `face_quality` with what to better and which frames were at fault, so that the others can be kept
 */
export async function measureSitting(
  face: FaceService,
  frames: readonly Uint8Array[],
  least: number,
): Promise<Float32Array[]> {
  const analyses: FrameAnalysis[] = [];
  // One after the other: the doors, where people stand in line, keep the other places in the queue.
  for (const frame of frames) analyses.push(await face.analyse(frame, 'enrol'));
  const vectors = analyses.flatMap(({ embedding }) => embedding ?? []);
  if (vectors.length < least) throw qualityRefusal(analyses);
  if (!samePerson(vectors, face.thresholds)) throw notOnePerson(frames.length);
  return vectors;
}

function qualityRefusal(analyses: readonly FrameAnalysis[]): AppError {
  const hints: FaceHint[] = [...new Set(analyses.flatMap((analysis) => analysis.hints))];
  const bad = analyses.flatMap(({ embedding }, at) => (embedding === null ? [String(at)] : []));
  return new AppError('face_quality', { hints, bad });
}

/** Nobody can say which of them is the one who was meant: all are taken anew. */
const notOnePerson = (count: number): AppError =>
  new AppError('face_quality', {
    hints: ['hold_still'],
    bad: Array.from({ length: count }, (_, at) => String(at)),
  });

/**
 * Whose a face is already is not told to whoever sits before the camera.
 * @throws AppError `face_already_enrolled`
 */
export async function refuseFaceOfAnother(
  { database, templates }: FacesDeps,
  by: Identity,
  personId: Id,
  vectors: readonly Float32Array[],
  face: FaceService,
): Promise<void> {
  const others = (await enrolledPeople(database.read)).filter((id) => id !== personId);
  const known = await templates()?.galleryOf(database.read, others, { purpose: 'enrolment', by });
  if (known !== undefined && belongsToAnother(vectors, known, face.thresholds))
    throw new AppError('face_already_enrolled');
}

/** The vectors as rows, sealed. */
export function sealedRows(
  { keys, clock }: Pick<FacesDeps, 'keys' | 'clock'>,
  personId: Id,
  { embedder }: FaceService,
  vectors: readonly Float32Array[],
): TemplateRow[] {
  const createdAt = clock.now();
  return vectors.map((vector) => ({
    id: newId(),
    personId,
    embedder: embedder.name,
    embedderVersion: embedder.version,
    keyId: keys.keyId,
    sealed: sealTemplate(keys, personId, embedder, vector),
    createdAt,
  }));
}

/**
 * Runs one thing after the other: of two who enrol the same face at the same moment, the second must see the first.
 */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
