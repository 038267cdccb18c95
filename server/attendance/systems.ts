import type { MeetingSummary } from '../../models/contracts/meetings.ts';
import type { Roll } from '../../models/contracts/attendance.ts';
import type { z } from 'zod';
import type { ConsentText } from '../../models/contracts/face.ts';
import type { Enrolled } from '../../models/contracts/face-desk.ts';
import type { SystemCheckIn } from '../../models/contracts/systems.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, type Identity, deviceOf } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { earlierAnswer } from '../platform/idempotency.ts';
import { textInForce } from './consent.ts';
import type { EnrolmentService } from './enrolment.ts';
import { type Decision, decide, isLivenessDoubtful } from './face/decision.ts';
import type { FaceService } from './face/face-service.ts';
import { distance } from './face/vectors.ts';
import type { FrameAnalysis } from './face/types.ts';
import type { OpenedTemplates } from './gallery.ts';
import { isOwnFace, middleOf } from './recheck-rules.ts';
import { readRoll, withoutEvidence } from './roll.ts';
import type { AttendanceService, CheckIn } from './service.ts';

export interface SystemsDeps {
  database: Database;
  clock: Clock;
  meetings: MeetingsService;
  attendance: Pick<AttendanceService, 'checkIn'>;
  enrolment: Pick<EnrolmentService, 'enrolFor'>;
  /** How long consent lasts, days. */
  config: { face: { retentionDays: number } };
  face(): FaceService | null;
  templates(): OpenedTemplates | null;
}

interface SeenBySystem {
  meetingId: Id;
  /** Whom the other system takes the person for; without it all delegates are searched. */
  personId?: Id | undefined;
  pictures: Uint8Array[];
}

/** What other computer systems do at the roll, each behind the scope of its token. */
export interface SystemsService {
  meetings(): Promise<Omit<MeetingSummary, 'myRole'>[]>;
  roll(caller: Caller, meetingId: Id): Promise<Roll>;
  /** @throws AppError as the face service and checking in do; `face_not_enrolled` for a named person */
  checkInByFace(caller: Caller, seen: SeenBySystem): Promise<SystemCheckIn>;
  /** @throws AppError as checking in does */
  checkIn(caller: Caller, named: { meetingId: Id; personId: Id }): Promise<Welcome>;
  consentText(): z.infer<typeof ConsentText>;
  /** @throws AppError as `EnrolmentService.enrolFor` does */
  enrol(caller: Caller, enrolled: EnrolledBySystem): Promise<Enrolled>;
}

interface EnrolledBySystem {
  personId: Id;
  consentVersion: string;
  consentProof: string;
  pictures: Uint8Array[];
}

type Welcome = Extract<SystemCheckIn, { outcome: 'welcome' }>;

export function createSystemsService(deps: SystemsDeps): SystemsService {
  const { database, meetings, clock } = deps;
  return {
    meetings: () => meetings.currentInRoom(database.read, null, clock.now()),
    async roll(caller, meetingId) {
      const roll = await readRoll(database.read, meetings, meetingId);
      if (deviceOf(caller).scopes.includes('read_evidence')) return roll;
      return { ...roll, entries: roll.entries.map(withoutEvidence) };
    },
    checkInByFace: (caller, seen) => once(deps, caller, () => checkInByFace(deps, caller, seen)),
    checkIn: (caller, named) =>
      once(deps, caller, () => welcome(deps, caller, { ...named, method: 'system' })),
    consentText: () => textInForce(deps),
    async enrol(caller, { personId, consentVersion: version, consentProof: proof, pictures }) {
      const earlier = await earlierAnswer<Enrolled>(database.read, caller.once);
      if (earlier !== undefined) return earlier.answer;
      const enrolment = { personId, way: 'system' as const, version, proof, frames: pictures };
      return deps.enrolment.enrolFor(caller, enrolment);
    },
  };
}

/** The same request again gets the first answer, and nothing is looked at anew. */
async function once<T>({ database }: SystemsDeps, caller: Caller, work: () => Promise<T>) {
  const earlier = await earlierAnswer<T>(database.read, caller.once);
  if (earlier !== undefined) return earlier.answer;
  const answer = await work();
  return database.write(async () => answer, caller.once);
}

async function checkInByFace(
  deps: SystemsDeps,
  caller: Caller,
  seen: SeenBySystem,
): Promise<SystemCheckIn> {
  const { meetingId } = seen;
  const [face, templates] = [deps.face(), deps.templates()];
  if (face === null || templates === null) throw new AppError('face_unavailable');
  const { database, meetings, clock } = deps;
  if (!(await meetings.takesCheckIns(database.read, meetingId, clock.now())))
    throw new AppError('meeting_not_open');
  const analyses = await lookAtAll(face, seen.pictures);
  const embeddings = analyses.flatMap(({ embedding }) => embedding ?? []);
  if (embeddings.length === 0)
    return { outcome: 'look_again', hints: [...new Set(analyses.flatMap(({ hints }) => hints))] };
  const decision =
    seen.personId === undefined
      ? await searchDelegates(deps, templates, face, { meetingId, by: caller }, embeddings)
      : await compareWithOne(deps, templates, face, seen.personId, embeddings);
  if (decision.outcome !== 'recognised') return { outcome: decision.outcome };
  const scores = analyses.map(({ liveness }) => liveness);
  // Where a door would ask for a turn of the head, a person has to look.
  const { challenge } = await meetings.attendanceSettingsOf(database.read, meetingId);
  if (challenge === 'always' || isLivenessDoubtful(scores)) return { outcome: 'unsure' };
  const { personId, score } = decision;
  const liveness = middleOf(scores);
  return welcome(deps, caller, {
    meetingId,
    personId,
    score,
    method: 'face',
    ...(liveness !== null && { liveness }),
  });
}

/** One after the other: doors, where people stand in line, keep the other places in the queue. */
async function lookAtAll(face: FaceService, pictures: Uint8Array[]): Promise<FrameAnalysis[]> {
  const analyses: FrameAnalysis[] = [];
  for (const [at, picture] of pictures.entries())
    analyses.push(await face.analyse(picture, 'check-in').catch(naming(at)));
  return analyses;
}

/** A refusal says which of the pictures it is about, counted from 1. */
const naming = (at: number) => (error: unknown) => {
  if (error instanceof AppError && error.code.startsWith('face_image'))
    throw new AppError(error.code, { picture: at + 1 });
  throw error;
};

async function searchDelegates(
  { database, meetings }: SystemsDeps,
  templates: OpenedTemplates,
  { thresholds }: FaceService,
  { meetingId, by }: { meetingId: Id; by: Identity },
  embeddings: readonly Float32Array[],
): Promise<Decision> {
  const delegates = await meetings.participantsOf(database.read, meetingId);
  const ids = delegates.map(({ personId }) => personId);
  const gallery = await templates.galleryOf(database.read, ids, {
    purpose: 'check_in',
    by,
    meetingId,
  });
  return decide(embeddings, gallery, thresholds);
}

async function compareWithOne(
  { database }: SystemsDeps,
  templates: OpenedTemplates,
  { thresholds }: FaceService,
  personId: Id,
  embeddings: readonly Float32Array[],
): Promise<Decision> {
  const { personIds, vectors } = await templates.galleryOf(database.read, [personId]);
  if (personIds.length === 0) throw new AppError('face_not_enrolled');
  const distances = embeddings.map((vector) => distance(vector, vectors));
  const score = Math.min(...distances);
  if (!isOwnFace(distances, thresholds.verify)) return { outcome: 'unknown' };
  return { outcome: thresholds.confirm ? 'unsure' : 'recognised', personId, score };
}

async function welcome(
  { attendance, clock }: SystemsDeps,
  caller: Caller,
  found: CheckIn,
): Promise<Welcome> {
  const by: Identity = { person: null, device: deviceOf(caller) };
  const { entry, already } = await attendance.checkIn(by, found);
  const { personId, fullName, office, seat } = entry;
  const at = entry.at ?? clock.now();
  return { outcome: 'welcome', personId, fullName, office, seat, at, already };
}
