import MessageCircleQuestionMark from 'lucide-react/icons/message-circle-question-mark';
import MicVocal from 'lucide-react/icons/mic-vocal';
import Scale from 'lucide-react/icons/scale';
import { useTranslation } from 'react-i18next';
import type { FloorKind } from '../../../models/contracts/floor.ts';
import { StatusBadge } from '../../primitives/Badge.tsx';

const icons = {
  speech: MicVocal,
  question: MessageCircleQuestionMark,
  point_of_order: Scale,
};

/** What someone wants the floor for, as icon and word. */
export function KindBadge({ kind }: { kind: FloorKind }) {
  const { t } = useTranslation('floor');
  return (
    <StatusBadge
      meaning={kind === 'point_of_order' ? 'attention' : 'neutral'}
      icon={icons[kind]}
      look="plain"
    >
      {t(`kind.${kind}`)}
    </StatusBadge>
  );
}
