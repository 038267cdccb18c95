import { useMediaFact, usePlayed } from '../../realtime/media/hooks.ts';
import type { MediaSession } from '../../realtime/media/media-state.ts';

interface PictureProps {
  session: MediaSession;
  producerId: string;
  className: string | undefined;
  label: string;
}

/** What a camera or a shared screen shows, without its sound. */
export function Picture({ session, producerId, className, label }: PictureProps) {
  const track = useMediaFact(session, ({ tracks }) => tracks.get(producerId) ?? null);
  const play = usePlayed(track);
  return <video ref={play} className={className} aria-label={label} muted playsInline />;
}
