import type { Id } from '../../models/ids.ts';
import { type Clock, minutes } from '../platform/clock.ts';

/** Whom a face at a door is like, but not surely enough. */
export interface Doubt {
  meetingId: Id;
  personId: Id;
  /** Distance to the template. */
  score: number;
  liveness: number | null;
}

/** What each door remembers of the last face that it could not be sure of, until its person types a code. */
export interface Doubts {
  keep(deviceId: Id, doubt: Doubt): void;
  /** Gives it once; null when there is none, or it is a minute old. */
  take(deviceId: Id, meetingId: Id): Doubt | null;
}

export function createDoubts(clock: Clock): Doubts {
  const kept = new Map<Id, Doubt & { at: number }>();
  const now = () => Date.parse(clock.now());
  return {
    keep: (deviceId, doubt) => void kept.set(deviceId, { ...doubt, at: now() }),
    take(deviceId, meetingId) {
      const doubt = kept.get(deviceId);
      kept.delete(deviceId);
      if (doubt === undefined || doubt.meetingId !== meetingId) return null;
      return now() - doubt.at <= minutes(1) ? doubt : null;
    },
  };
}
