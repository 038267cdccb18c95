import type { TimelineEntry } from '../../../models/contracts/recordings.ts';

interface Speaker extends Pick<TimelineEntry, 'personId' | 'fullName' | 'office'> {
  /** Of all turns together. */
  seconds: number;
  turns: TimelineEntry[];
}

/** Each person with all their turns, in the order in which they first spoke. */
export function bySpeaker(timeline: readonly TimelineEntry[]): Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const turn of timeline) {
    const { personId, fullName, office, from, to } = turn;
    const speaker = speakers.get(personId) ?? { personId, fullName, office, seconds: 0, turns: [] };
    speaker.seconds += to - from;
    speaker.turns.push(turn);
    speakers.set(personId, speaker);
  }
  return [...speakers.values()];
}
