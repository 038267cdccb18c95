import X from 'lucide-react/icons/x';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../primitives/IconButton.tsx';
import { Sheet } from '../../primitives/Sheet.tsx';
import { useNarrow } from './bar/useNarrow.ts';
import type { Panel } from './panels.ts';
import styles from './Room.module.css';

interface SidePanelProps {
  panels: readonly Panel[];
  /** Key of the open one. */
  open: string | null;
  onClose: () => void;
}

/** One panel at the right; on a phone a sheet over the pictures. */
export function SidePanel({ panels, open, onClose }: SidePanelProps) {
  const { t } = useTranslation('room');
  const isNarrow = useNarrow();
  const panel = panels.find(({ key }) => key === open);
  if (panel === undefined) return null;
  const { label, content } = panel;
  if (isNarrow)
    return (
      <Sheet isOpen onClose={onClose} title={label}>
        {content}
      </Sheet>
    );
  return (
    <aside className={styles.panel} aria-label={label}>
      <div className={styles.panelHead}>
        <h2>{label}</h2>
        <IconButton icon={X} label={t('closePanel', { panel: label })} onPress={onClose} />
      </div>
      <div className={styles.panelBody}>{content}</div>
    </aside>
  );
}
