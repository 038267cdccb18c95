import Armchair from 'lucide-react/icons/armchair';
import Headphones from 'lucide-react/icons/headphones';
import Video from 'lucide-react/icons/video';
import VideoOff from 'lucide-react/icons/video-off';
import { useTranslation } from 'react-i18next';
import { RadioCards } from '../../../primitives/RadioCards.tsx';
import { type JoinWay, joinWays } from '../ways.ts';

const icons = { camera: Video, noCamera: VideoOff, audio: Headphones, companion: Armchair };

interface WayCardsProps {
  way: JoinWay;
  onWay: (way: JoinWay) => void;
  isInHall: boolean;
}

/** How to take part, as four large choices. */
export function WayCards({ way, onWay, isInHall }: WayCardsProps) {
  const { t } = useTranslation('room');
  return (
    <RadioCards
      label={t('ways.label')}
      description={isInHall ? t('ways.inHall') : undefined}
      value={way}
      onChange={onWay}
      options={joinWays.map((id) => ({
        id,
        icon: icons[id],
        label: t(`ways.${id}`),
        description: t(`wayHelp.${id}`),
      }))}
    />
  );
}
