import SignalLow from 'lucide-react/icons/signal-low';
import SignalMedium from 'lucide-react/icons/signal-medium';
import { Icon } from '../../../primitives/Icon.tsx';
import { useMediaFact } from '../../../realtime/media/hooks.ts';
import type { MediaSession } from '../../../realtime/media/media-state.ts';
import { useLineWords } from '../useLineWords.ts';
import styles from './Tile.module.css';

/** How the line of another is, with the reason; nothing while it is good. */
export function PeerLine({ session, peerId }: { session: MediaSession; peerId: string }) {
  const wordsOf = useLineWords();
  const quality = useMediaFact(session, ({ qualities }) => qualities.get(peerId) ?? null);
  if (quality === null || quality.level === 'good') return null;
  const words = wordsOf(quality);
  return (
    <span className={styles.line} data-level={quality.level} title={words}>
      <Icon of={quality.level === 'poor' ? SignalLow : SignalMedium} />
      <span className="nt-hidden">{words}</span>
    </span>
  );
}
