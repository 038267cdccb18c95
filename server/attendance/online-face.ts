import type { TurnFrames } from '../../models/contracts/challenge.ts';
import type { OnlineFaceResult, PresenceOccasion } from '../../models/contracts/presence.ts';
import { AppError } from '../../models/errors.ts';
import type { Id } from '../../models/ids.ts';
import type { AdmissionService } from '../admission/service.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { type Caller, personOf } from '../platform/caller.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { ChallengeService } from './challenge.ts';
import { isLivenessDoubtful } from './face/decision.ts';
import type { FaceService } from './face/face-service.ts';
import { distance } from './face/vectors.ts';
import type { OpenedTemplates } from './gallery.ts';
import { isOwnFace, middleOf } from './recheck-rules.ts';
import type { RecheckService } from './recheck.ts';
import type { AttendanceService } from './service.ts';

export interface OnlineFaceDeps {
  database: Database;
  clock: Clock;
  meetings: Pick<MeetingsService, 'attendanceSettingsOf' | 'stateOf'>;
  admission: Pick<AdmissionService, 'refusalToEnter'>;
  attendance: Pick<AttendanceService, 'checkIn' | 'stateOf'>;
  recheck: Pick<RecheckService, 'note'>;
  challenges: ChallengeService;
  face(): FaceService | null;
  templates(): OpenedTemplates | null;
}

interface Asked {
  meetingId: Id;
  occasion: PresenceOccasion;
}

/** A face that was found to be the own one, and what speaks for it. */
interface OwnFace {
  score: number;
  liveness: number | null;
  challenged: boolean;
  livenessDoubtful: boolean;
}

/** The login says who someone is; their face says that they are there. It is offered, and nothing waits for it. */
export interface OnlineFaceService {
  /** @throws AppError `meeting_not_open`, `face_unavailable`, `face_not_enrolled`, and what checking in throws */
  check(caller: Caller, asked: Asked & { frames: Uint8Array[] }): Promise<OnlineFaceResult>;
  turn(
    caller: Caller,
    asked: Asked & { challengeId: Id; frames: TurnFrames },
  ): Promise<OnlineFaceResult>;
}

export function createOnlineFaceService(deps: OnlineFaceDeps): OnlineFaceService {
  return {
    async check(caller, { frames, ...asked }) {
      await requirePlace(deps, caller, asked);
      return check(deps, caller, asked, frames);
    },
    async turn(caller, { challengeId, frames, ...asked }) {
      const { meetingId } = asked;
      await requirePlace(deps, caller, asked);
      const by = { asker: personOf(caller).sessionId, meetingId };
      const verdict = await deps.challenges.answer(by, challengeId, frames);
      if (!verdict.passed) {
        const { reason, triesLeft } = verdict;
        return { outcome: 'not_turned', reason, triesLeft };
      }
      const { score, liveness } = verdict.subject;
      const own = { score, liveness, challenged: true, livenessDoubtful: false };
      return confirm(deps, caller, asked, own);
    },
  };
}

/** Before joining the meeting must run; later it is who is online that is asked. */
async function requirePlace(deps: OnlineFaceDeps, caller: Caller, { meetingId, occasion }: Asked) {
  const { database, meetings, attendance } = deps;
  if ((await meetings.stateOf(database.read, meetingId)) !== 'open')
    throw new AppError('meeting_not_open');
  if (occasion === 'entry') return;
  const { personId } = personOf(caller);
  if ((await attendance.stateOf(database.read, meetingId, personId)) !== 'online')
    throw new AppError('meeting_state');
}

async function check(
  deps: OnlineFaceDeps,
  caller: Caller,
  asked: Asked,
  frames: Uint8Array[],
): Promise<OnlineFaceResult> {
  const { personId, sessionId: source } = personOf(caller);
  const { face, template } = await ownTemplate(deps, personId);
  const analyses = await Promise.all(
    frames.map((frame) => face.analyse(frame, 'check-in', { source })),
  );
  const seen = analyses.flatMap(({ embedding }) => embedding ?? []);
  if (seen.length === 0)
    return { outcome: 'look_again', hints: [...new Set(analyses.flatMap(({ hints }) => hints))] };
  const distances = seen.map((vector) => distance(vector, template));
  const scores = analyses.map(({ liveness }) => liveness);
  const found = { score: Math.min(...distances), liveness: middleOf(scores) };
  if (!isOwnFace(distances, face.thresholds.verify)) {
    await deps.recheck.note(caller, asked.meetingId, asked.occasion, {
      outcome: 'different',
      way: 'face',
      ...found,
    });
    return { outcome: 'different' };
  }
  const { meetingId } = asked;
  const { challenge: policy } = await deps.meetings.attendanceSettingsOf(
    deps.database.read,
    meetingId,
  );
  const livenessDoubtful = isLivenessDoubtful(scores);
  if (policy !== 'always' && !livenessDoubtful)
    return confirm(deps, caller, asked, { ...found, challenged: false, livenessDoubtful });
  const subject = { asker: source, meetingId, personId, reference: template, ...found };
  const challenge = deps.challenges.issue(subject);
  return challenge === null ? { outcome: 'other_way' } : { outcome: 'challenge', challenge };
}

async function ownTemplate(deps: OnlineFaceDeps, personId: Id) {
  const [face, templates] = [deps.face(), deps.templates()];
  if (face === null || templates === null) throw new AppError('face_unavailable');
  const { personIds, vectors } = await templates.galleryOf(deps.database.read, [personId]);
  if (personIds.length === 0) throw new AppError('face_not_enrolled');
  return { face, template: vectors };
}

async function confirm(
  deps: OnlineFaceDeps,
  caller: Caller,
  { meetingId, occasion }: Asked,
  { score, liveness, challenged, livenessDoubtful }: OwnFace,
): Promise<OnlineFaceResult> {
  const { admission, attendance, recheck, clock } = deps;
  const { personId } = personOf(caller);
  // Who has to wait at the door is not in the meeting yet; the face is noted, and joining marks them present.
  const present =
    occasion === 'recheck' || (await admission.refusalToEnter(caller, meetingId)) === null;
  if (occasion === 'entry' && present)
    await attendance.checkIn(caller, {
      meetingId,
      personId,
      method: 'face',
      state: 'online',
      score,
      challenged,
      ...(liveness !== null && { liveness }),
      livenessDoubtful,
    });
  await recheck.note(caller, meetingId, occasion, {
    outcome: 'confirmed',
    way: 'face',
    score,
    liveness,
    challenged,
  });
  return { outcome: 'confirmed', at: clock.now(), present };
}
