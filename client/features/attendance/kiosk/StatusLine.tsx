import CameraIcon from 'lucide-react/icons/camera';
import CameraOff from 'lucide-react/icons/camera-off';
import ScanFace from 'lucide-react/icons/scan-face';
import Volume from 'lucide-react/icons/volume-2';
import VolumeOff from 'lucide-react/icons/volume-x';
import Wifi from 'lucide-react/icons/wifi';
import WifiOff from 'lucide-react/icons/wifi-off';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { useConnectionState } from '../../../realtime/provider.tsx';
import type { FinderStatus } from '../camera/face-finder.ts';
import type { CameraState } from '../camera/useCamera.ts';
import styles from './Kiosk.module.css';

interface StatusLineProps {
  camera: CameraState;
  recognition: FinderStatus;
  hasSound: boolean;
  onSound: (on: boolean) => void;
}

/** Small and plain, for those who look after the kiosk: what works and what does not. */
export function StatusLine({ camera, recognition, hasSound, onSound }: StatusLineProps) {
  const { t } = useTranslation('kiosk');
  const line = useConnectionState();
  const isOn = camera === 'on';
  return (
    <div className={styles.status}>
      <ul className={styles.facts} aria-label={t('status.title')}>
        <li data-fine={isOn}>
          <Icon of={isOn ? CameraIcon : CameraOff} /> {t(`status.camera.${camera}`)}
        </li>
        <li data-fine={line !== 'offline'}>
          <Icon of={line === 'offline' ? WifiOff : Wifi} /> {t(`status.line.${line}`)}
        </li>
        <li data-fine={recognition !== 'whole_frames'}>
          <Icon of={ScanFace} /> {t(`status.recognition.${recognition}`)}
        </li>
      </ul>
      <Button kind="quiet" icon={hasSound ? Volume : VolumeOff} onPress={() => onSound(!hasSound)}>
        {t(hasSound ? 'soundOn' : 'soundOff')}
      </Button>
    </div>
  );
}
