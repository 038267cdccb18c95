import { useTranslation } from 'react-i18next';
import { Sheet } from '../../../primitives/Sheet.tsx';
import { Switch } from '../../../primitives/Switch.tsx';
import type { Panel } from '../panels.ts';
import styles from './KeysSheet.module.css';
import { commands, keyOf, panelKeys } from './shortcuts.ts';

interface KeysSheetProps {
  isOpen: boolean;
  onClose: () => void;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  panels: readonly Panel[];
}

/** Which key does what; those who dictate, or press keys by mistake, can switch them off. */
export function KeysSheet({ isOpen, onClose, isOn, onSwitch, panels }: KeysSheetProps) {
  const { t } = useTranslation('room');
  const rows = [
    ...commands.map((command) => ({ key: keyOf[command], word: t(`keys.${command}`) })),
    ...panels
      .slice(0, panelKeys)
      .map(({ label }, at) => ({ key: String(at + 1), word: t('keys.panel', { panel: label }) })),
  ];
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t('keys.title')}>
      <Switch
        label={t('keys.use')}
        description={t('keys.useHelp')}
        value={isOn}
        onChange={onSwitch}
      />
      <dl className={styles.keys}>
        {rows.map(({ key, word }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
