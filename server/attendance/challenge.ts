import { randomInt } from 'node:crypto';
import {
  type Challenge,
  type TurnFrames,
  type TurnRefusal,
  turnDirections,
} from '../../models/contracts/challenge.ts';
import { type Id, newId } from '../../models/ids.ts';
import type { Clock } from '../platform/clock.ts';
import { type TurnFrame, judgeTurn } from './challenge-rules.ts';
import type { FaceService } from './face/face-service.ts';

/** Whom a challenge is for, and what made the face worth one. */
export interface ChallengeSubject {
  /** The device or the person's session that has to answer: nobody else can. */
  asker: Id;
  meetingId: Id;
  personId: Id;
  /** The vector that the person was recognised by: their template. */
  reference: Float32Array;
  /** Distance to it, and how alive the face looked: the evidence of the check-in that waits for the verdict. */
  score: number;
  liveness: number | null;
}

export type ChallengeVerdict =
  | { passed: true; subject: ChallengeSubject }
  /** `triesLeft` 0: this person goes another way now. */
  | { passed: false; reason: TurnRefusal; triesLeft: number };

export interface ChallengeService {
  /** A side and a moment that nobody can foresee. @returns null after too many failures: only another way is left */
  issue(subject: ChallengeSubject): Challenge | null;
  /**
   * Takes the challenge, which is gone afterwards whatever the verdict.
   * @throws AppError as `FaceService.analyse` does, for an answer that cannot be judged
   */
  answer(
    by: { asker: Id; meetingId: Id },
    challengeId: Id,
    frames: TurnFrames,
  ): Promise<ChallengeVerdict>;
}

export interface ChallengeDeps {
  clock: Clock;
  face(): FaceService | null;
  /** For tests; a random whole number from `least` to below `limit`. */
  pick?: (least: number, limit: number) => number;
}

const promptAfterMs = { least: 700, most: 2_200 };
const windowMs = 4_500;
/** For a slow line; the pictures carry their own times. */
const graceMs = 15_000;
const tries = 3;
/** After so long without a failure the tries are given anew. */
const forgottenMs = 3 * 60_000;
/** Far more than doors and browsers ask at once; whoever floods forgets their own. */
const mostOpen = 2_000;
/** As many pictures as one camera may have waiting, see the pool. */
const together = 4;

interface Open {
  subject: ChallengeSubject;
  challenge: Challenge;
  issuedAt: number;
}

/** Head-turn challenges of the kiosk and of the check-in online; held in memory, for a minute. */
export function createChallengeService(deps: ChallengeDeps): ChallengeService {
  const { clock, pick = randomInt } = deps;
  const open = new Map<Id, Open>();
  const failures = createFailures();
  const now = () => Date.parse(clock.now());
  const isOver = ({ issuedAt, challenge }: Open) =>
    now() > issuedAt + challenge.promptAfter + challenge.window + graceMs;

  return {
    issue(subject) {
      if (failures.triesLeft(subject, now()) === 0) return null;
      for (const [id, one] of open) if (isOver(one) || open.size >= mostOpen) open.delete(id);
      const challenge: Challenge = {
        id: newId(),
        direction: turnDirections[pick(0, turnDirections.length)] ?? 'left',
        promptAfter: pick(promptAfterMs.least, promptAfterMs.most),
        window: windowMs,
      };
      open.set(challenge.id, { subject, challenge, issuedAt: now() });
      return challenge;
    },
    async answer({ asker, meetingId }, challengeId, frames) {
      const one = open.get(challengeId);
      const isTheirs = one?.subject.asker === asker && one.subject.meetingId === meetingId;
      if (one === undefined || !isTheirs) return { passed: false, reason: 'expired', triesLeft: 1 };
      open.delete(challengeId);
      const elapsed = now() - one.issuedAt;
      const reason = isOver(one) || tooEarly(one, frames, elapsed) ? 'expired' : null;
      const refusal = reason ?? (await judge(deps, one, frames));
      if (refusal === null) return { passed: true, subject: one.subject };
      return { passed: false, reason: refusal, triesLeft: failures.add(one.subject, now()) };
    },
  };
}

/** Pictures of a time that has not come yet, or an answer before the question. */
const tooEarly = ({ challenge }: Open, frames: TurnFrames, elapsed: number) =>
  elapsed < challenge.promptAfter || frames.some(({ at }) => at > elapsed);

async function judge(deps: ChallengeDeps, { challenge, subject }: Open, frames: TurnFrames) {
  const face = deps.face();
  if (face === null) return 'expired';
  const seen: TurnFrame[] = [];
  for (let from = 0; from < frames.length; from += together) {
    const some = frames.slice(from, from + together);
    const analyses = some.map(async ({ at, frame }) => {
      const source = subject.asker;
      const { marks, embedding } = await face.analyse(frame, 'turn', { source });
      return { at, marks, embedding };
    });
    seen.push(...(await Promise.all(analyses)));
  }
  const { direction, promptAfter, window } = challenge;
  const sameFace = face.thresholds.verify;
  const { reference } = subject;
  return judgeTurn({ direction, promptAt: promptAfter, window, reference, sameFace }, seen);
}

const keyOf = ({ asker, meetingId, personId }: ChallengeSubject): string =>
  [asker, meetingId, personId].join(' ');

/** How often someone failed at a door of late. */
function createFailures() {
  const failed = new Map<string, { count: number; at: number }>();
  const triesLeft = (subject: ChallengeSubject, now: number) => {
    const found = failed.get(keyOf(subject));
    const count = found !== undefined && now - found.at < forgottenMs ? found.count : 0;
    return Math.max(0, tries - count);
  };
  return {
    triesLeft,
    /** @returns how many tries are left after this failure */
    add(subject: ChallengeSubject, now: number): number {
      for (const [key, { at }] of failed) if (now - at >= forgottenMs) failed.delete(key);
      const left = Math.max(0, triesLeft(subject, now) - 1);
      failed.set(keyOf(subject), { count: tries - left, at: now });
      return left;
    },
  };
}
