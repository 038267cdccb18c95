import { z } from 'zod';
import { Greeting } from '../../../../models/contracts/kiosk.ts';
import type { Id } from '../../../../models/ids.ts';

const soundKey = 'nghi-truong.kiosk.sound';
const recentKey = 'nghi-truong.kiosk.recent';
const chosenKey = 'nghi-truong.kiosk.meeting';

export const keptSound = (): boolean => localStorage.getItem(soundKey) !== 'off';
export const keepSound = (on: boolean): void => localStorage.setItem(soundKey, on ? 'on' : 'off');

/** The meeting that was chosen by hand on this screen. */
export const keptMeeting = (): string | null => sessionStorage.getItem(chosenKey);
export const keepMeeting = (id: Id): void => sessionStorage.setItem(chosenKey, id);

const Recent = z.object({ meetingId: z.string(), greetings: z.array(Greeting) });

/** The last check-ins, so that a reload forgets none; gone with the window. */
export function keptRecent(meetingId: Id): readonly Greeting[] {
  try {
    const kept = Recent.parse(JSON.parse(sessionStorage.getItem(recentKey) ?? ''));
    return kept.meetingId === meetingId ? kept.greetings : [];
  } catch {
    return [];
  }
}

export function keepRecent(meetingId: Id, greetings: readonly Greeting[]): void {
  sessionStorage.setItem(recentKey, JSON.stringify({ meetingId, greetings }));
}
