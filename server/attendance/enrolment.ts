import type { Enrolled } from '../../models/contracts/face-desk.ts';
import type { FaceHint, FaceStatus } from '../../models/contracts/face.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import { type NewConsent, recordConsent, requireConsent, requireTextInForce } from './consent.ts';
import { endsSoon } from './consent-term.ts';
import { type FacesDeps, running } from './faces-deps.ts';
import { findConsent } from './consents-store.ts';
import { deleteTemplates, findNamed, insertTemplates } from './faces-store.ts';
import { createFaceListService } from './face-list.ts';
import { createForgettingService } from './forgetting.ts';
import { createImportService } from './import.ts';
import { createMyFaceService, statusOf } from './my-face.ts';
import { createTurns, measureSitting, refuseFaceOfAnother, sealedRows } from './sitting.ts';

export type EnrolmentService = ReturnType<typeof createEnrolmentService>;

/** Enrolment of someone by another person, or by another system. */
export interface EnrolmentOf {
  personId: Id;
  /** At the desk, or told by another system. */
  way: 'desk' | 'system';
  /** Of the consent text that the person has signed. */
  version: string;
  /** Where the signed form is kept. */
  proof: string;
  frames: readonly Uint8Array[];
  /** Good frames needed; three unless told. */
  least?: number;
}

/** Fewer good frames than this make a template that mistakes people. */
const fewestGoodFrames = 3;

/** Faces of people: consent, enrolment by oneself and by others, what is held, and deletion. */
export function createEnrolmentService(deps: FacesDeps) {
  const inTurn = createTurns();
  return {
    ...createMyFaceService(deps),
    ...createForgettingService(deps),
    ...createFaceListService(deps),
    ...createImportService(deps, inTurn),
    /** @throws AppError `consent_text_outdated` */
    consent: (caller: Caller, version: string) => giveConsent(deps, caller, version),
    async check(
      _caller: Caller,
      frame: Uint8Array,
    ): Promise<{ hints: FaceHint[]; good: boolean; yaw: number | null }> {
      const { hints, embedding, pose } = await running(deps).analyse(frame, 'enrol');
      return { hints, good: embedding !== null, yaw: pose?.yaw ?? null };
    },
    /** @throws AppError `consent_required`, `face_quality`, `face_already_enrolled`, `face_unavailable` */
    enrol: (caller: Caller, frames: readonly Uint8Array[]): Promise<FaceStatus> =>
      inTurn(() => enrolOneself(deps, caller, frames)),
    /**
     * Enrols someone who consented elsewhere; what they had before is replaced.
     * @throws AppError `not_found`, `consent_text_outdated`, `face_quality`, `face_already_enrolled`, `face_unavailable`
     */
    enrolFor: (caller: Caller, enrolment: EnrolmentOf): Promise<Enrolled> =>
      inTurn(() => enrolSomeone(deps, caller, enrolment)),
  };
}

async function giveConsent(deps: FacesDeps, caller: Caller, version: string): Promise<FaceStatus> {
  const { personId, fullName } = personOf(caller);
  requireTextInForce(deps, version);
  await deps.database.write(async (tx) => {
    const earlier = await findConsent(tx, personId);
    if (earlier?.textVersion === version && !endsSoon(deps, earlier)) return true;
    const givenAt = deps.clock.now();
    await recordConsent(tx, deps, caller, {
      personId,
      fullName,
      way: 'self',
      proof: null,
      givenAt,
    });
    return true;
  }, caller.once);
  return statusOf(deps, personId);
}

async function enrolOneself(
  deps: FacesDeps,
  caller: Caller,
  frames: readonly Uint8Array[],
): Promise<FaceStatus> {
  const { personId, fullName } = personOf(caller);
  await requireConsent(deps.database.read, deps, personId);
  await enrol(deps, caller, { personId, fullName, way: 'self', frames, least: fewestGoodFrames });
  return statusOf(deps, personId);
}

async function enrolSomeone(
  deps: FacesDeps,
  caller: Caller,
  { personId, way, version, proof, frames, least = fewestGoodFrames }: EnrolmentOf,
): Promise<Enrolled> {
  requireTextInForce(deps, version);
  const person = await findNamed(deps.database.read, personId);
  if (person === undefined || person.closedAt !== null) throw new AppError('not_found');
  const { fullName } = person;
  const consent = { personId, fullName, way, proof, givenAt: deps.clock.now() };
  return enrol(deps, caller, { personId, fullName, way, frames, least, consent });
}

interface Sitting {
  personId: Id;
  fullName: string;
  way: NewConsent['way'];
  frames: readonly Uint8Array[];
  least: number;
  /** Given with the sitting; without it, consent must have been given before. */
  consent?: NewConsent;
}

async function enrol(
  deps: FacesDeps,
  caller: Caller,
  { personId, fullName, way, frames, least, consent }: Sitting,
): Promise<Enrolled> {
  const face = running(deps);
  const vectors = await measureSitting(face, frames, least);
  await refuseFaceOfAnother(deps, caller, personId, vectors, face);
  const rows = sealedRows(deps, personId, face, vectors);
  const { embedder } = face;
  const answer = await deps.database.write(async (tx) => {
    if (consent !== undefined) await recordConsent(tx, deps, caller, consent);
    // Asked again inside the transaction: consent may have been withdrawn meanwhile.
    await requireConsent(tx, deps, personId);
    await deleteTemplates(tx, personId);
    await insertTemplates(tx, rows);
    await deps.audit.record(tx, caller, {
      action: 'face.enrolled',
      subject: fullName,
      about: [personId],
      details: { samples: rows.length, embedder: embedder.name, way },
    });
    const at = rows[0]?.createdAt ?? deps.clock.now();
    const name = `${embedder.name} ${embedder.version}`;
    return { personId, samples: rows.length, embedder: name, at };
  }, caller.once);
  deps.templates()?.forget(personId);
  return answer;
}
