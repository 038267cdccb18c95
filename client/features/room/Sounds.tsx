import { useMediaFact, usePlayed } from '../../realtime/media/hooks.ts';
import type { MediaSession } from '../../realtime/media/media-state.ts';

interface SoundsProps {
  session: MediaSession;
  /** Id of the loudspeaker; null for the browser's own choice. */
  speaker: string | null;
}

/** Everything that is heard, apart from what is seen: nobody falls silent because a tile is not in sight. */
export function Sounds({ session, speaker }: SoundsProps) {
  const tracks = useMediaFact(session, (state) => state.tracks);
  const sounds = [...tracks].filter(([, track]) => track.kind === 'audio');
  return sounds.map(([producerId, track]) => (
    <Sound key={producerId} track={track} speaker={speaker} />
  ));
}

function Sound({ track, speaker }: { track: MediaStreamTrack; speaker: string | null }) {
  const play = usePlayed(track, speaker);
  // Speech of a live meeting has no captions to offer.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  return <audio ref={play} autoPlay />;
}
