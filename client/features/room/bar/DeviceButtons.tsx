import Lock from 'lucide-react/icons/lock';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../primitives/toasts.ts';
import { useLocalFact } from '../../../realtime/media/hooks.ts';
import type { LocalControl, LocalMedia } from '../../../realtime/media/local-media.ts';
import { useMicrophoneLock } from '../../../realtime/media/microphone-lock.ts';
import type { MediaSession } from '../../../realtime/media/media-state.ts';
import { BarButton, BarToggle } from './BarButton.tsx';
import { deviceIcons } from './device-icons.ts';

function Toggle({ local, control }: { local: LocalMedia; control: LocalControl }) {
  const { t } = useTranslation('room');
  const isOn = useLocalFact(local, ({ on }) => on[control]);
  const sign = deviceIcons[control][isOn ? 'on' : 'off'];
  const word = t(`${control}.${isOn ? 'turnOff' : 'turnOn'}`);
  const turn = () => void local.set(control, !isOn);
  // A screen that is not shared is nothing that is off.
  if (control === 'screen')
    return (
      <BarButton icon={sign} look={isOn ? 'open' : 'plain'} onPress={turn}>
        {word}
      </BarButton>
    );
  return (
    <BarToggle icon={sign} isOn={isOn} onPress={turn}>
      {word}
    </BarToggle>
  );
}

/** A microphone that the floor keeps silent says so instead of doing nothing. */
export function MicrophoneButton({ session }: { session: MediaSession }) {
  const { t } = useTranslation('room');
  const isLocked = useMicrophoneLock(session);
  const why = useId();
  if (!isLocked) return <Toggle local={session.local} control="microphone" />;
  return (
    <>
      <BarButton
        icon={Lock}
        look="off"
        aria-describedby={why}
        onPress={() => showToast(t('locked.why'), { tone: 'info' })}
      >
        {t('locked.word')}
      </BarButton>
      <span id={why} className="nt-hidden">
        {t('locked.why')}
      </span>
    </>
  );
}

export const CameraButton = ({ local }: { local: LocalMedia }) => (
  <Toggle local={local} control="camera" />
);

/** Left out where the browser cannot share, as on phones. */
export const ScreenButton = ({ local }: { local: LocalMedia }) =>
  canShare() ? <Toggle local={local} control="screen" /> : null;

export const canShare = (): boolean => 'getDisplayMedia' in (navigator.mediaDevices ?? {});
