import { useTranslation } from 'react-i18next';
import type { Panel } from '../panels.ts';
import type { OpenPanel } from '../useOpenPanel.ts';
import { BarButton } from './BarButton.tsx';

/** Opens what stands beside the pictures. */
export function PanelButtons({ panels, open }: { panels: readonly Panel[]; open: OpenPanel }) {
  const { t } = useTranslation('room');
  return panels.map(({ key, label, icon, badge = 0 }) => (
    <BarButton
      key={key}
      icon={icon}
      look={open.key === key ? 'open' : 'plain'}
      isExpanded={open.key === key}
      badge={badge}
      badgeLabel={t('news', { count: badge })}
      onPress={() => open.toggle(key)}
    >
      {label}
    </BarButton>
  ));
}
