import type { FaceStatus, FaceTrace, exportMyFace } from '../../models/contracts/face.ts';
import type { ResponseOf } from '../../models/contracts/route.ts';
import type { Id } from '../../models/ids.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import { textInForce } from './consent.ts';
import { endOf, endsSoon } from './consent-term.ts';
import type { FacesDeps } from './faces-deps.ts';
import { readConsents } from './consents-store.ts';
import { faceCheckIns, findNamed, readDeletions, readTemplates, titlesOf } from './faces-store.ts';
import { termOf } from './retention.ts';

const tracesShown = 300;
const everything = 1_000_000;

type Export = ResponseOf<typeof exportMyFace>;

/** What a person may see of what is held about their face. */
export function createMyFaceService(deps: FacesDeps) {
  return {
    status: (caller: Caller): Promise<FaceStatus> => statusOf(deps, personOf(caller).personId),
    trace: async (caller: Caller): Promise<{ items: FaceTrace[] }> => ({
      items: await traceOf(deps, personOf(caller).personId, tracesShown),
    }),
    /** All of it, except the templates themselves, which nobody can read; the taking leaves a trace too. */
    async exportOwn(caller: Caller): Promise<Export> {
      const { personId, fullName } = personOf(caller);
      await deps.database.write(async (tx) => {
        await deps.audit.record(tx, caller, {
          action: 'face.exported',
          subject: fullName,
          about: [personId],
        });
        return true;
      }, caller.once);
      return gather(deps, personId);
    },
  };
}

export async function statusOf(deps: FacesDeps, personId: Id): Promise<FaceStatus> {
  const { database, keys } = deps;
  const face = deps.face();
  const consent = (await readConsents(database.read, personId)).find(isInForce);
  const templates = await readTemplates(database.read, [personId]);
  const [first] = templates;
  return {
    available: face !== null,
    consentText: textInForce(deps),
    term: await termOf(database.read, deps, personId),
    consent: consent ? { ...consentView(deps, consent), endsSoon: endsSoon(deps, consent) } : null,
    enrolled:
      first === undefined
        ? null
        : {
            at: first.createdAt,
            samples: templates.length,
            embedder: `${first.embedder} ${first.embedderVersion}`,
            current:
              keys.canOpen(first.keyId) &&
              (face === null ||
                (first.embedder === face.embedder.name &&
                  first.embedderVersion === face.embedder.version)),
          },
  };
}

type Consent = Awaited<ReturnType<typeof readConsents>>[number];

const isInForce = ({ withdrawnAt }: Consent) => withdrawnAt === null;

const consentView = (deps: FacesDeps, consent: Consent) => ({
  version: consent.textVersion,
  givenAt: consent.givenAt,
  way: consent.way,
  proof: consent.proof,
  takenByName: consent.takenByName,
  retainUntil: endOf(deps, consent),
});

async function traceOf(
  { database, audit }: FacesDeps,
  personId: Id,
  limit: number,
): Promise<FaceTrace[]> {
  const entries = await audit.entriesAbout(database.read, personId, limit);
  const meetingIds = new Set(entries.flatMap(({ meetingId }) => meetingId ?? []));
  const titles = await titlesOf(database.read, [...meetingIds]);
  return entries
    .filter(isAboutFace)
    .map(({ id, at, action, actorKind, actorName, meetingId, details }) => ({
      id,
      at,
      action,
      actorKind,
      actorName,
      meeting: meetingId === null ? null : (titles.get(meetingId) ?? null),
      details,
    }));
}

/** A check-in by another way is nothing that was done with the face. */
const isAboutFace = ({ action, details }: Pick<FaceTrace, 'action' | 'details'>): boolean =>
  !action.startsWith('attendance.') || details['method'] === 'face';

async function gather(deps: FacesDeps, personId: Id): Promise<Export> {
  const { read } = deps.database;
  const person = await findNamed(read, personId);
  const consents = await readConsents(read, personId);
  const templates = await readTemplates(read, [personId]);
  const deletions = await readDeletions(read, personId);
  return {
    at: deps.clock.now(),
    person: { fullName: person?.fullName ?? '', office: person?.office ?? '' },
    consents: consents.map((one) => ({ ...consentView(deps, one), endedAt: one.withdrawnAt })),
    templates: templates.map(({ createdAt, embedder, embedderVersion, keyId }) => ({
      createdAt,
      embedder: `${embedder} ${embedderVersion}`,
      keyId,
    })),
    checkIns: await faceCheckIns(read, personId),
    deletions: deletions.map(({ at, deleted, because }) => ({ at, deleted, because })),
    trace: await traceOf(deps, personId, everything),
  };
}
