import type { Namespace } from '../locales/resources.ts';

/** The texts of a poll and its result, wherever they are shown. */
export const resultTexts = [
  'voting',
  'ballot',
  'verdict',
  'elections',
] as const satisfies readonly Namespace[];

/** Those of what the page and the room of a meeting both hold. */
export const meetingTexts = [
  ...resultTexts,
  'meetings',
  'roll',
  'polls',
  'delegations',
  'records',
  'rules',
  'floor',
  'people',
  'door',
  'chat',
  'recordings',
  'onlineFace',
] as const satisfies readonly Namespace[];
