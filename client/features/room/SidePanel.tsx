import X from 'lucide-react/icons/x';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../primitives/IconButton.tsx';
import type { Panel } from './panels.ts';
import styles from './Room.module.css';

interface SidePanelProps {
  panels: readonly Panel[];
  /** Key of the open one. */
  open: string | null;
  onClose: () => void;
}

/** One panel at the right; on a phone, over the pictures. */
export function SidePanel({ panels, open, onClose }: SidePanelProps) {
  const { t } = useTranslation('room');
  const panel = panels.find(({ key }) => key === open);
  if (panel === undefined) return null;
  return (
    <aside className={styles.panel} aria-label={panel.label}>
      <div className={styles.panelHead}>
        <IconButton icon={X} label={t('closePanel', { panel: panel.label })} onPress={onClose} />
      </div>
      {panel.content}
    </aside>
  );
}
