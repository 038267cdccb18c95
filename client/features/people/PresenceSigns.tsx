import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import SignalHigh from 'lucide-react/icons/signal-high';
import SignalLow from 'lucide-react/icons/signal-low';
import SignalMedium from 'lucide-react/icons/signal-medium';
import Video from 'lucide-react/icons/video';
import VideoOff from 'lucide-react/icons/video-off';
import Lock from 'lucide-react/icons/lock';
import { useTranslation } from 'react-i18next';
import type { LineQuality } from '../../../models/contracts/media.ts';
import { StatusBadge } from '../../primitives/Badge.tsx';
import { Icon, type IconType } from '../../primitives/Icon.tsx';
import styles from './People.module.css';
import type { Presence } from './people.ts';

const microphones = { on: Mic, off: MicOff, locked: Lock, none: MicOff };
const lines = { good: SignalHigh, fair: SignalMedium, poor: SignalLow };

/** Microphone, camera and line; what is in order is a sign, what is not comes with words. */
export function PresenceSigns({
  presence: { microphone, hasCamera, line },
}: {
  presence: Presence;
}) {
  const { t } = useTranslation('people');
  return (
    <>
      <Sign
        icon={microphones[microphone]}
        word={t(`microphone.${microphone}`)}
        isOn={microphone === 'on'}
      />
      <Sign
        icon={hasCamera ? Video : VideoOff}
        word={t(`camera.${hasCamera ? 'on' : 'off'}`)}
        isOn={hasCamera}
      />
      {line?.level === 'good' && <Sign icon={SignalHigh} word={t('line.good')} isOn />}
      {line && line.level !== 'good' && <WeakLine line={line} />}
    </>
  );
}

function WeakLine({ line: { level, reason } }: { line: LineQuality }) {
  const { t } = useTranslation('people');
  const words = t(`line.${level}`);
  return (
    <StatusBadge meaning="attention" icon={lines[level]} look="plain">
      {reason ? t('lineBecause', { line: words, reason: t(`reason.${reason}`) }) : words}
    </StatusBadge>
  );
}

interface SignProps {
  icon: IconType;
  word: string;
  isOn: boolean;
}

const Sign = ({ icon, word, isOn }: SignProps) => (
  <span title={word} className={isOn ? styles.on : styles.off}>
    <Icon of={icon} size="1.125em" />
    <span className="nt-hidden">{word}</span>
  </span>
);
