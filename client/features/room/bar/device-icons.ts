import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import MonitorUp from 'lucide-react/icons/monitor-up';
import MonitorX from 'lucide-react/icons/monitor-x';
import Video from 'lucide-react/icons/video';
import VideoOff from 'lucide-react/icons/video-off';

/** How each of the own devices stands, as a sign. */
export const deviceIcons = {
  microphone: { on: Mic, off: MicOff },
  camera: { on: Video, off: VideoOff },
  screen: { on: MonitorX, off: MonitorUp },
};
