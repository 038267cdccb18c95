import type { FaceHint, FaceStatus } from '../../models/contracts/face.ts';
import { AppError } from '../../models/errors.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { AuditService } from '../audit/service.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Db } from '../platform/database.ts';
import type { Keys } from '../platform/keys.ts';
import { consentText } from './consent-text.ts';
import { belongsToAnother, samePerson } from './enrolment-rules.ts';
import type { FaceService } from './face/face-service.ts';
import type { FrameAnalysis } from './face/types.ts';
import { type OpenedTemplates, sealTemplate } from './gallery.ts';
import {
  deleteTemplates,
  enrolledButClosed,
  enrolledPeople,
  findConsent,
  insertConsent,
  insertTemplates,
  readTemplates,
  withdrawConsent,
} from './store.ts';

export interface EnrolmentDeps {
  database: Database;
  clock: Clock;
  audit: AuditService;
  keys: Keys;
  /** Null while the recognition service is off or still starting. */
  face(): FaceService | null;
  templates(): OpenedTemplates | null;
}

export interface EnrolmentService {
  status(caller: Caller): Promise<FaceStatus>;
  /** @throws AppError `consent_text_outdated` */
  consent(caller: Caller, version: string): Promise<FaceStatus>;
  check(caller: Caller, frame: Uint8Array): Promise<{ hints: FaceHint[]; good: boolean }>;
  /** @throws AppError `consent_required`, `face_quality`, `face_already_enrolled`, `face_unavailable` */
  enrol(caller: Caller, frames: Uint8Array[]): Promise<FaceStatus>;
  forget(caller: Caller): Promise<{ deleted: number; at: string; receipt: string }>;
  /** Deletes the templates of people who were closed: the purpose has ended. */
  forgetClosedPeople(): Promise<number>;
}

/** Fewer good frames than this make a template that mistakes people. */
const fewestGoodFrames = 3;

export function createEnrolmentService(deps: EnrolmentDeps): EnrolmentService {
  return {
    status: (caller) => statusOf(deps, personOf(caller).personId),
    consent: (caller, version) => giveConsent(deps, caller, version),
    async check(_caller, frame) {
      const { hints, embedding } = await running(deps).analyse(frame, 'enrol');
      return { hints, good: embedding !== null };
    },
    enrol: (caller, frames) => enrol(deps, caller, frames),
    forget: (caller) => forget(deps, caller),
    forgetClosedPeople: () => forgetClosedPeople(deps),
  };
}

function running({ face }: EnrolmentDeps): FaceService {
  const service = face();
  if (service === null) throw new AppError('face_unavailable');
  return service;
}

async function statusOf(deps: EnrolmentDeps, personId: Id): Promise<FaceStatus> {
  const face = deps.face();
  const consent = await findConsent(deps.database.read, personId);
  const templates = await readTemplates(deps.database.read, [personId]);
  const [first] = templates;
  return {
    available: face !== null,
    consentText,
    consent:
      consent === undefined ? null : { version: consent.textVersion, givenAt: consent.givenAt },
    enrolled:
      first === undefined
        ? null
        : {
            at: first.createdAt,
            samples: templates.length,
            embedder: `${first.embedder} ${first.embedderVersion}`,
            current: first.keyId === deps.keys.keyId && (face === null || isOf(face, first)),
          },
  };
}

const isOf = ({ embedder }: FaceService, row: { embedder: string; embedderVersion: string }) =>
  row.embedder === embedder.name && row.embedderVersion === embedder.version;

async function giveConsent(deps: EnrolmentDeps, caller: Caller, version: string) {
  const { database, clock, audit } = deps;
  const { personId, fullName } = personOf(caller);
  if (version !== consentText.version) throw new AppError('consent_text_outdated');
  await database.write(async (tx) => {
    const earlier = await findConsent(tx, personId);
    if (earlier?.textVersion === version) return true;
    const givenAt = clock.now();
    await withdrawConsent(tx, personId, givenAt);
    await insertConsent(tx, {
      id: newId(),
      personId,
      textVersion: version,
      givenAt,
      way: 'self',
      proof: null,
      takenBy: null,
      retainUntil: null,
      withdrawnAt: null,
    });
    await audit.record(tx, caller, {
      action: 'face.consented',
      subject: fullName,
      details: { version },
    });
    return true;
  }, caller.once);
  return statusOf(deps, personId);
}

async function enrol(deps: EnrolmentDeps, caller: Caller, frames: Uint8Array[]) {
  const { database, templates } = deps;
  const { personId } = personOf(caller);
  const face = running(deps);
  await requireConsent(database.read, personId);
  const analyses: FrameAnalysis[] = [];
  // One after the other: the doors, where people stand in line, keep the other places in the queue.
  for (const frame of frames) analyses.push(await face.analyse(frame, 'enrol'));
  const vectors = goodVectors(analyses, face);
  const everyone = await enrolledPeople(database.read);
  const others = everyone.filter((id) => id !== personId);
  const known = await templates()?.galleryOf(database.read, others);
  if (known !== undefined && belongsToAnother(vectors, known, face.thresholds))
    throw new AppError('face_already_enrolled');
  await saveTemplates(deps, caller, face, vectors);
  templates()?.forget(personId);
  return statusOf(deps, personId);
}

async function requireConsent(db: Db, personId: Id): Promise<void> {
  const consent = await findConsent(db, personId);
  if (consent === undefined) throw new AppError('consent_required');
  if (consent.textVersion !== consentText.version) throw new AppError('consent_text_outdated');
}

/** @throws AppError `face_quality` with what to better */
function goodVectors(analyses: FrameAnalysis[], face: FaceService): Float32Array[] {
  const vectors = analyses.flatMap(({ embedding }) => embedding ?? []);
  const hints = [...new Set(analyses.flatMap((analysis) => analysis.hints))];
  if (vectors.length < fewestGoodFrames) throw new AppError('face_quality', { hints });
  if (!samePerson(vectors, face.thresholds))
    throw new AppError('face_quality', { hints: ['hold_still'] });
  return vectors;
}

async function saveTemplates(
  { database, clock, audit, keys }: EnrolmentDeps,
  caller: Caller,
  { embedder }: FaceService,
  vectors: Float32Array[],
) {
  const { personId, fullName } = personOf(caller);
  const createdAt = clock.now();
  const rows = vectors.map((vector) => ({
    id: newId(),
    personId,
    embedder: embedder.name,
    embedderVersion: embedder.version,
    keyId: keys.keyId,
    sealed: sealTemplate(keys, personId, embedder, vector),
    createdAt,
  }));
  await database.write(async (tx) => {
    // Asked again inside the transaction: consent may have been withdrawn meanwhile.
    await requireConsent(tx, personId);
    await deleteTemplates(tx, personId);
    await insertTemplates(tx, rows);
    await audit.record(tx, caller, {
      action: 'face.enrolled',
      subject: fullName,
      details: { samples: rows.length, embedder: embedder.name },
    });
    return true;
  }, caller.once);
}

async function forget({ database, clock, audit, keys, templates }: EnrolmentDeps, caller: Caller) {
  const { personId, fullName } = personOf(caller);
  const answer = await database.write(async (tx) => {
    const at = clock.now();
    const deleted = await deleteTemplates(tx, personId);
    await withdrawConsent(tx, personId, at);
    await audit.record(tx, caller, {
      action: 'face.deleted',
      subject: fullName,
      details: { deleted },
    });
    return { deleted, at, receipt: keys.mac('face-deleted', personId, at, String(deleted)) };
  }, caller.once);
  templates()?.forget(personId);
  return answer;
}

async function forgetClosedPeople({ database, clock, audit, templates }: EnrolmentDeps) {
  const gone = await enrolledButClosed(database.read);
  for (const personId of gone) {
    await database.write(async (tx) => {
      const deleted = await deleteTemplates(tx, personId);
      await withdrawConsent(tx, personId, clock.now());
      await audit.record(tx, 'system', {
        action: 'face.deleted',
        subject: personId,
        details: { deleted, because: 'closed' },
      });
    });
    templates()?.forget(personId);
  }
  return gone.length;
}
