import { useLocalFact } from '../../../realtime/media/hooks.ts';
import type { LocalMedia } from '../../../realtime/media/local-media.ts';
import type { RoomProps } from '../panels.ts';

interface PresenceBeforeProps {
  local: LocalMedia;
  presence: NonNullable<RoomProps['presence']>;
}

/** The place of what another capability offers before joining, with the camera if it is on. */
export function PresenceBefore({ local, presence }: PresenceBeforeProps) {
  return presence.before(useLocalFact(local, ({ tracks }) => tracks.camera));
}
