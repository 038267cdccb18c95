import type { z } from 'zod';
import type {
  Challenge,
  TurnDirection,
  TurnRefusal,
} from '../../../../models/contracts/challenge.ts';
import type { FaceHint } from '../../../../models/contracts/face.ts';
import {
  type CheckInResult,
  type Greeting,
  checkInByCode,
  recogniseFace,
  turnHead,
} from '../../../../models/contracts/kiosk.ts';
import { AppError, type ErrorCode } from '../../../../models/errors.ts';
import type { Id } from '../../../../models/ids.ts';
import type { Connection } from '../../../realtime/connection.ts';
import { createBestFrames } from '../camera/best-frames.ts';
import type { FaceFinder, Sight } from '../camera/face-finder.ts';
import { pause } from '../camera/frames.ts';
import { createAttention } from './attention.ts';
import { createGreeted } from './greeted.ts';
import type { LateAttempts } from './late.ts';
import type { Attempt } from './sealing.ts';
import type { Sound } from './sound.ts';
import { type Turning, followTurn } from './turning.ts';

/** What the door says to whoever stands before it. */
export type DoorState =
  | { kind: 'watching'; hints: readonly FaceHint[] }
  | { kind: 'welcome'; greeting: Greeting }
  | { kind: 'unsure' | 'unknown' | 'kept' | 'not_kept' }
  /** `told`: now; before that the person looks straight and waits for the arrow. */
  | { kind: 'turn'; direction: TurnDirection; told: boolean }
  | { kind: 'not_turned'; reason: TurnRefusal; triesLeft: number }
  | { kind: 'refused'; code: ErrorCode };

type Result = z.infer<typeof CheckInResult>;

interface DoorSettings {
  connection: Connection;
  meetingId: Id;
  finder: FaceFinder;
  late: LateAttempts;
  sound: Sound;
  video: () => HTMLVideoElement | null;
  onState: (state: DoorState) => void;
  /** Hears of every picture, also when nobody is on it. */
  onSight: (sight: Sight) => void;
}

export interface Door {
  /** Checks in by what was typed. */
  submitCode(code: string): Promise<void>;
  /** Whoever stood there is no longer seen, as when the camera is gone: what was said to them is taken back. */
  forget(): void;
  stop(): void;
}

const framesTogether = 3;
const leastFrames = 2;
/** A page that also has to paint; a machine that is slower than this sets the pace by itself. */
const betweenLooksMs = 80;
const betweenNothingMs = 300;
const welcomeMs = 3_500;
const sorryMs = 4_000;
const longSorryMs = 6_000;
const servedMs = 12_000;
const keptMs = 20_000;
const sameCodeMs = 5_000;

/** Looks through the camera for QR codes and faces, and shows what comes of it, until it is stopped. */
export function openDoor(settings: DoorSettings): Door {
  const attendant = new Attendant(settings);
  void attendant.run();
  return {
    submitCode: (code) => attendant.byCode(code),
    forget: () => attendant.forget(),
    stop: () => attendant.stop(),
  };
}

/** A request that has no meaning on a later line: it is asked anew, or kept. */
const atOnce = { acrossReconnect: false, patienceMs: 8_000 };

class Attendant {
  readonly #settings: DoorSettings;
  readonly #attention = createAttention();
  readonly #best = createBestFrames();
  readonly #isNewGuest = createGreeted();
  /** A message that stays until then, unless the next person has something of their own. */
  #shown: { until: number; who: number | null } = { until: 0, who: null };
  #turning: { of: Turning; challenge: Challenge; who: number; told: boolean } | null = null;
  #lastCode: { text: string; at: number } | null = null;
  /** Who stands in front now. */
  #who: number | null = null;
  #isAsking = false;
  #closed = false;

  constructor(settings: DoorSettings) {
    this.#settings = settings;
  }

  stop(): void {
    this.#closed = true;
  }

  forget(): void {
    this.#turning = null;
    this.#who = null;
    this.#best.clear();
    this.#show({ kind: 'watching', hints: [] });
  }

  async run(): Promise<void> {
    for (let turn = 0; !this.#closed; turn += 1) {
      if (document.hidden) await pause(betweenNothingMs);
      else await this.#look(turn).catch(() => pause(betweenNothingMs));
    }
  }

  byCode(code: string): Promise<void> {
    const { connection, meetingId } = this.#settings;
    return this.#ask(
      () => connection.request(checkInByCode, { meetingId, code }, atOnce),
      { code },
      this.#who,
    );
  }

  #byFace(sights: readonly Sight[]): Promise<void> {
    const { connection, meetingId } = this.#settings;
    const frames = sights.flatMap(({ jpeg }) => jpeg ?? []);
    return this.#ask(
      () => connection.request(recogniseFace, { meetingId, frames }, atOnce),
      { frames },
      this.#who,
    );
  }

  async #look(turn: number): Promise<void> {
    const { finder, video, onSight } = this.#settings;
    const purpose = this.#turning === null ? 'check-in' : 'turn';
    const codes = this.#turning === null && turn % 3 === 0;
    const sight = await finder.find(video(), { purpose, codes });
    if (sight === null || this.#closed) {
      // An answer that came after the last picture has its time, too.
      this.#watch([]);
      return pause(betweenNothingMs);
    }
    onSight(sight);
    this.#who = this.#attention.follow(sight);
    if (this.#turning !== null) this.#followTurn(sight);
    else if (!this.#isAsking) this.#consider(sight);
    return pause(betweenLooksMs);
  }

  #consider(sight: Sight): void {
    const now = performance.now();
    const { code } = sight;
    const isSameCode = this.#lastCode?.text === code && now - this.#lastCode.at < sameCodeMs;
    if (code !== null && !isSameCode) {
      this.#lastCode = { text: code, at: now };
      void this.byCode(code);
      return;
    }
    const isWhole = this.#settings.finder.status() !== 'ready';
    if (!isWhole && this.#who === null) return this.#watch([]);
    // Whole pictures do not say whether someone else stands there by now: what is shown has its time.
    const isServed = this.#who !== null && this.#attention.isLeftAlone(this.#who, now);
    if (isWhole ? now < this.#shown.until : isServed) return;
    this.#best.add(sight);
    const sights = this.#best.best(framesTogether, leastFrames);
    this.#watch(sight.hints);
    if (sights.length < leastFrames) return;
    this.#best.clear();
    void this.#byFace(sights);
  }

  #followTurn(sight: Sight): void {
    const turning = this.#turning;
    if (turning === null) return;
    const { of, challenge, who } = turning;
    of.add(sight);
    if (!turning.told && of.isPromptDue(performance.now())) {
      turning.told = true;
      this.#settings.sound.attention();
      this.#show({ kind: 'turn', direction: challenge.direction, told: true });
    }
    if (!of.isDone(performance.now())) return;
    this.#turning = null;
    const { connection, meetingId } = this.#settings;
    if (of.isEmpty()) return this.#watch([]);
    const answer = { meetingId, challengeId: challenge.id };
    // Some pictures on a slow line: worth waiting for, for nobody wants to turn again.
    void this.#ask(
      async () => connection.request(turnHead, { ...answer, frames: of.frames() }),
      null,
      who,
    );
  }

  /** @param sign what is kept when the line is broken; null for what is worth nothing later */
  async #ask(
    question: () => Promise<Result>,
    sign: Attempt['sign'] | null,
    who: number | null,
  ): Promise<void> {
    this.#isAsking = true;
    try {
      this.#tell(await question(), who);
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'internal';
      const isCutOff = code === 'offline' || code === 'timeout';
      if (isCutOff && sign !== null) await this.#keep(sign, who);
      // The newest picture takes the place of an older one that waited: look again, and say nothing.
      else if (code !== 'face_busy') {
        this.#leave(who, sorryMs);
        this.#show({ kind: 'refused', code }, sorryMs);
      }
    } finally {
      this.#isAsking = false;
    }
  }

  #tell(result: Result, who: number | null): void {
    switch (result.outcome) {
      case 'welcome':
        return this.#greet(result.greeting, who);
      case 'challenge':
        return this.#challenge(result.challenge, who);
      case 'look_again':
        this.#best.clear();
        return this.#watch(result.hints);
      case 'not_turned': {
        const { reason, triesLeft } = result;
        this.#leave(who, triesLeft === 0 ? servedMs : sorryMs);
        return this.#show({ kind: 'not_turned', reason, triesLeft }, longSorryMs);
      }
      default:
        this.#leave(who, longSorryMs);
        return this.#show({ kind: result.outcome }, longSorryMs);
    }
  }

  #greet(greeting: Greeting, who: number | null): void {
    this.#leave(who, servedMs);
    if (!this.#isNewGuest(greeting.personId, performance.now())) return;
    this.#settings.sound.welcome();
    this.#show({ kind: 'welcome', greeting }, welcomeMs);
  }

  #challenge(challenge: Challenge, who: number | null): void {
    // Pictures without a known face, as while there are no models, have nobody to follow: the server judges them.
    const of = followTurn(challenge, performance.now());
    this.#turning = { of, challenge, who: who ?? 0, told: false };
    this.#show({ kind: 'turn', direction: challenge.direction, told: false });
  }

  async #keep(sign: Attempt['sign'], who: number | null): Promise<void> {
    this.#leave(who, keptMs);
    const isKept = await this.#settings.late.keep(this.#settings.meetingId, sign);
    this.#show({ kind: isKept ? 'kept' : 'not_kept' }, sorryMs);
  }

  #leave(who: number | null, forMs: number): void {
    this.#best.clear();
    if (who !== null) this.#attention.leaveAlone(who, forMs, performance.now());
  }

  #watch(hints: readonly FaceHint[]): void {
    const { who, until } = this.#shown;
    const isOthers = this.#who !== null && who !== null && who !== this.#who;
    if (performance.now() >= until || isOthers) this.#show({ kind: 'watching', hints });
  }

  #show(state: DoorState, forMs = 0): void {
    if (this.#closed) return;
    this.#shown = { until: performance.now() + forMs, who: this.#who };
    this.#settings.onState(state);
  }
}
