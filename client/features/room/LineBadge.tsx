import SignalHigh from 'lucide-react/icons/signal-high';
import SignalLow from 'lucide-react/icons/signal-low';
import SignalMedium from 'lucide-react/icons/signal-medium';
import WifiOff from 'lucide-react/icons/wifi-off';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../primitives/Badge.tsx';
import { useMediaFact } from '../../realtime/media/hooks.ts';
import type { MediaSession } from '../../realtime/media/media-state.ts';
import { useLineWords } from './useLineWords.ts';

const icons = { good: SignalHigh, fair: SignalMedium, poor: SignalLow };

/** How the own line is, and why it is not better. */
export function LineBadge({ session }: { session: MediaSession }) {
  const { t } = useTranslation('room');
  const wordsOf = useLineWords();
  const phase = useMediaFact(session, (state) => state.phase);
  const quality = useMediaFact(session, (state) => state.quality);
  if (phase !== 'joined')
    return (
      <StatusBadge meaning="attention" icon={WifiOff}>
        {t(`phases.${phase}`)}
      </StatusBadge>
    );
  const known = quality ?? { level: 'good', reason: null };
  return (
    <StatusBadge meaning={known.level === 'good' ? 'for' : 'attention'} icon={icons[known.level]}>
      {wordsOf(known)}
    </StatusBadge>
  );
}
