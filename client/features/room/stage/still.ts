import type { ReceiveMode } from '../../../realtime/media/fit.ts';

interface Picture {
  /** Null while its owner sends none. */
  producerId: string | null;
  hasTrack: boolean;
  isWeak: boolean;
  isWithheld: boolean;
  receiving: ReceiveMode;
}

/** Why there is no picture; null when there is one. The words are in the texts under `still`. */
export type Still = 'cameraOff' | 'audioOnly' | 'saver' | 'weak' | 'coming';

export function stillOf({
  producerId,
  hasTrack,
  isWeak,
  isWithheld,
  receiving,
}: Picture): Still | null {
  if (producerId === null) return 'cameraOff';
  if (isWithheld) return receiving === 'audio' ? 'audioOnly' : 'saver';
  if (isWeak) return 'weak';
  return hasTrack ? null : 'coming';
}
