import type { ImportOutcome, importFace } from '../../models/contracts/face-desk.ts';
import type { RequestOf } from '../../models/contracts/event.ts';
import type { FaceHint } from '../../models/contracts/face.ts';
import { AppError } from '../../models/errors.ts';
import type { Caller } from '../platform/caller.ts';
import { after } from '../platform/clock.ts';
import { recordConsent, textInForce } from './consent.ts';
import { days, endOf } from './consent-term.ts';
import { type OwnTemplates, outcomeOfHints, outcomeOfOwn, personByName } from './import-rules.ts';
import type { FaceService } from './face/face-service.ts';
import { type FacesDeps, running } from './faces-deps.ts';
import { findConsent, readConsents } from './consents-store.ts';
import {
  type NamedPerson,
  deleteOutdatedTemplates,
  findByNameOrMail,
  insertTemplates,
  readNamed,
} from './faces-store.ts';
import { termOf } from './retention.ts';
import { type createTurns, refuseFaceOfAnother, sealedRows } from './sitting.ts';

type Line = RequestOf<typeof importFace>;

export interface ImportResult {
  outcome: ImportOutcome;
  fullName: string | null;
  hints: FaceHint[];
  samples: number | null;
}

/** Whoever sat before a camera has at least so many. */
const fewestOfSitting = 3;

/** Templates from portraits on file, one picture at a time. */
export function createImportService(deps: FacesDeps, inTurn: ReturnType<typeof createTurns>) {
  return {
    /** @throws AppError `face_unavailable`, `face_busy` */
    importOne: (caller: Caller, line: Line): Promise<ImportResult> =>
      inTurn(() => importOne(deps, caller, line)),
  };
}

async function importOne(deps: FacesDeps, caller: Caller, line: Line): Promise<ImportResult> {
  const face = running(deps);
  const person = await personOf(deps, line);
  const say = (outcome: ImportOutcome, more: Partial<ImportResult> = {}): ImportResult => ({
    outcome,
    fullName: typeof person === 'string' ? null : person.fullName,
    hints: [],
    samples: null,
    ...more,
  });
  if (typeof person === 'string') return say(person);
  const refusal = await consentRefusal(deps, person, line);
  if (refusal !== null) return say(refusal);
  const measured = await measure(face, line.frame);
  if ('outcome' in measured) return say(measured.outcome, { hints: measured.hints });
  const own = await ownTemplates(deps, caller, person, face);
  const settled = outcomeOfOwn(measured.vector, own, face.thresholds);
  if (settled !== null) return say(settled, { samples: own.vectors.length });
  if (await isOfAnother(deps, caller, person, measured.vector, face)) return say('someone_elses');
  const samples = own.vectors.length + 1;
  if (!line.dryRun) await keep(deps, caller, person, line, { vector: measured.vector, samples });
  return say('added', { samples });
}

/** Whom the line means: by an address, which is one person's, or else by name and office. */
async function personOf(
  { database: { read } }: FacesDeps,
  line: Line,
): Promise<NamedPerson | ImportOutcome> {
  // Of an empty cell everyone without an e-mail address would be meant.
  if (line.person === '') return 'no_such_person';
  const [found, another] = await findByNameOrMail(read, line.person);
  if (another !== undefined) return 'ambiguous_person';
  return found ?? personByName(line, await readNamed(read));
}

/** Consent that is in force is enough; else the list must say when and where it was signed. */
async function consentRefusal(
  deps: FacesDeps,
  { personId }: NamedPerson,
  { proof, consentedAt }: Line,
): Promise<ImportOutcome | null> {
  const { database, clock } = deps;
  const earlier = await readConsents(database.read, personId);
  const inForce = earlier.find(({ withdrawnAt }) => withdrawnAt === null);
  const isEnough =
    inForce?.textVersion === textInForce(deps).version && endOf(deps, inForce) > clock.now();
  if (isEnough) return null;
  if (proof === '' || consentedAt === null || consentedAt > clock.now()) return 'no_consent';
  const term = await termOf(database.read, deps, personId);
  if (after(consentedAt, days(term.days)) <= clock.now()) return 'consent_ended';
  // An old list must not bring back what the person has withdrawn since.
  const withdrawn = earlier.some(
    (one) => one.withdrawnAt !== null && one !== inForce && one.withdrawnAt >= consentedAt,
  );
  return withdrawn && inForce === undefined ? 'consent_ended' : null;
}

async function measure(
  face: FaceService,
  frame: Uint8Array,
): Promise<{ vector: Float32Array } | { outcome: ImportOutcome; hints: FaceHint[] }> {
  try {
    const { embedding, hints } = await face.analyse(frame, 'enrol');
    if (embedding !== null) return { vector: embedding };
    return { outcome: outcomeOfHints(hints), hints };
  } catch (error) {
    const code = error instanceof AppError ? error.code : null;
    if (code === 'face_image_invalid' || code === 'face_image_too_large')
      return { outcome: 'broken_picture', hints: [] };
    throw error;
  }
}

async function ownTemplates(
  { database, templates }: FacesDeps,
  caller: Caller,
  { personId }: NamedPerson,
  { embedder }: FaceService,
): Promise<OwnTemplates> {
  const use = { purpose: 'enrolment' as const, by: caller };
  const vectors = (await templates()?.vectorsOf(database.read, personId, use)) ?? [];
  const consent = await findConsent(database.read, personId);
  const isFromImport = consent?.way === 'import' || vectors.length < fewestOfSitting;
  return { vectors: vectors.filter(({ length }) => length === embedder.dimensions), isFromImport };
}

async function isOfAnother(
  deps: FacesDeps,
  caller: Caller,
  { personId }: NamedPerson,
  vector: Float32Array,
  face: FaceService,
): Promise<boolean> {
  try {
    await refuseFaceOfAnother(deps, caller, personId, [vector], face);
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === 'face_already_enrolled') return true;
    throw error;
  }
}

async function keep(
  deps: FacesDeps,
  caller: Caller,
  { personId, fullName }: NamedPerson,
  { proof, consentedAt }: Line,
  { vector, samples }: { vector: Float32Array; samples: number },
): Promise<void> {
  const face = running(deps);
  const rows = sealedRows(deps, personId, face, [vector]);
  await deps.database.write(async (tx) => {
    const consent = await findConsent(tx, personId);
    if (consent?.textVersion !== textInForce(deps).version) {
      if (consentedAt === null) throw new AppError('consent_required');
      const given = { personId, fullName, way: 'import' as const, proof, givenAt: consentedAt };
      await recordConsent(tx, deps, caller, given);
    }
    await deleteOutdatedTemplates(tx, personId, face.embedder);
    await insertTemplates(tx, rows);
    await deps.audit.record(tx, caller, {
      action: 'face.enrolled',
      subject: fullName,
      about: [personId],
      details: { samples, embedder: face.embedder.name, way: 'import' },
    });
    return true;
  }, caller.once);
  deps.templates()?.forget(personId);
}
