import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import MonitorUp from 'lucide-react/icons/monitor-up';
import Video from 'lucide-react/icons/video';
import VideoOff from 'lucide-react/icons/video-off';
import { useTranslation } from 'react-i18next';
import { Button } from '../../primitives/Button.tsx';
import { useLocalFact } from '../../realtime/media/hooks.ts';
import type { LocalControl, LocalMedia } from '../../realtime/media/local-media.ts';

const icons = {
  microphone: { on: Mic, off: MicOff },
  camera: { on: Video, off: VideoOff },
  screen: { on: MonitorUp, off: MonitorUp },
};

interface DeviceButtonProps {
  local: LocalMedia;
}

/** The word says what a press does; the icon, how it stands. */
function Toggle({ local, control }: DeviceButtonProps & { control: LocalControl }) {
  const { t } = useTranslation('room');
  const isOn = useLocalFact(local, ({ on }) => on[control]);
  return (
    <Button
      kind={isOn ? 'secondary' : 'quiet'}
      icon={isOn ? icons[control].on : icons[control].off}
      onPress={() => local.set(control, !isOn)}
    >
      {t(`${control}.${isOn ? 'turnOff' : 'turnOn'}`)}
    </Button>
  );
}

export const MicrophoneButton = ({ local }: DeviceButtonProps) => (
  <Toggle local={local} control="microphone" />
);

export const CameraButton = ({ local }: DeviceButtonProps) => (
  <Toggle local={local} control="camera" />
);

/** Left out where the browser cannot share, as on phones. */
export const ScreenButton = ({ local }: DeviceButtonProps) =>
  'getDisplayMedia' in (navigator.mediaDevices ?? {}) ? (
    <Toggle local={local} control="screen" />
  ) : null;
