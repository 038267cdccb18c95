import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Floor } from '../../../models/contracts/floor.ts';
import { Select } from '../../primitives/Select.tsx';
import { Switch } from '../../primitives/Switch.tsx';
import styles from './Floor.module.css';
import { lengthOf, lengthOptions } from './times.ts';
import { useFloorActs } from './useFloor.ts';

/** Who may be heard, and how long a speech usually is. Both take effect at once. */
export function FloorRules({ floor }: { floor: Floor }) {
  const { t } = useTranslation('floor');
  const { setRules } = useFloorActs(floor);
  const [isBusy, setBusy] = useState(false);
  const change = async (rules: Parameters<typeof setRules>[0]) => {
    setBusy(true);
    try {
      await setRules(rules);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={styles.section} aria-label={t('rules')}>
      <h2>{t('rules')}</h2>
      <Switch
        label={t('chaired')}
        description={t('chairedHelp')}
        value={floor.mode === 'chaired'}
        isDisabled={isBusy}
        onChange={(isChaired) => void change({ mode: isChaired ? 'chaired' : 'open' })}
      />
      <Select
        label={t('defaultTime')}
        options={lengthOptions(t, floor.defaultSeconds)}
        value={String(floor.defaultSeconds)}
        isDisabled={isBusy}
        onChange={(id) => void change({ defaultSeconds: lengthOf(id) })}
      />
    </section>
  );
}
