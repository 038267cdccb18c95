import { useTranslation } from 'react-i18next';
import { Sheet } from '../../primitives/Sheet.tsx';
import type { LocalMedia } from '../../realtime/media/local-media.ts';
import { MicrophoneMeter } from './join/MicrophoneMeter.tsx';
import { Trial } from './join/Trial.tsx';

interface DeviceSheetProps {
  isOpen: boolean;
  onClose: () => void;
  local: LocalMedia;
}

/** Other devices in the middle of a meeting, without leaving it. */
export function DeviceSheet({ isOpen, onClose, local }: DeviceSheetProps) {
  const { t } = useTranslation('room');
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t('deviceSettings')}>
      <Trial local={local} />
      <MicrophoneMeter local={local} />
    </Sheet>
  );
}
