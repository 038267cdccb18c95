import { useTranslation } from 'react-i18next';
import type { SlipState as State } from '../../../models/contracts/opinions.ts';
import { StatusBadge } from '../../primitives/Badge.tsx';

const meanings = {
  draft: 'neutral',
  sent: 'attention',
  closed: 'for',
  withdrawn: 'against',
} as const;

export function SlipState({ state, look }: { state: State; look?: 'soft' | 'plain' }) {
  const { t } = useTranslation('opinions');
  return (
    <StatusBadge meaning={meanings[state]} {...(look && { look })}>
      {t(`states.${state}`)}
    </StatusBadge>
  );
}
