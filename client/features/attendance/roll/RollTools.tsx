import Printer from 'lucide-react/icons/printer';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Select } from '../../../primitives/Select.tsx';
import styles from './RollDesk.module.css';
import { RollExport } from './RollExport.tsx';
import type { RollFilter } from './useRollFilter.ts';

interface RollToolsProps {
  meetingId: Id;
  filter: Pick<RollFilter, 'names' | 'chosen' | 'choose'>;
  canExport: boolean;
}

/** Beside the table: one office or organisation alone, printing, files. */
export function RollTools({ meetingId, filter, canExport }: RollToolsProps) {
  const { t } = useTranslation('roll');
  const { names, chosen, choose } = filter;
  return (
    <div className={styles.acts}>
      <OneOf
        label={t('office')}
        all={t('allOffices')}
        names={names.offices}
        value={chosen.office}
        onChange={(office) => choose({ office })}
      />
      <OneOf
        label={t('organisation')}
        all={t('allOrganisations')}
        names={names.organisations}
        value={chosen.organisation}
        onChange={(organisation) => choose({ organisation })}
      />
      <Button kind="quiet" icon={Printer} onPress={() => window.print()}>
        {t('print')}
      </Button>
      {canExport && <RollExport meetingId={meetingId} />}
    </div>
  );
}

interface OneOfProps {
  label: string;
  /** What stands for no choice. */
  all: string;
  names: readonly string[];
  /** `null` for all. */
  value: string | null;
  onChange: (name: string | null) => void;
}

/** One name or all; nothing where there is nothing to choose from. */
function OneOf({ label, all, names, value, onChange }: OneOfProps) {
  if (names.length < 2) return null;
  const options = [{ id: 'all:', label: all }, ...names.map((name) => ({ id: name, label: name }))];
  return (
    <div className={styles.oneOf}>
      <Select
        label={label}
        isLabelHidden
        options={options}
        value={value ?? 'all:'}
        onChange={(id) => onChange(id === 'all:' ? null : id)}
      />
    </div>
  );
}
