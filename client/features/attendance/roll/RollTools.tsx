import Printer from 'lucide-react/icons/printer';
import { useTranslation } from 'react-i18next';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Select } from '../../../primitives/Select.tsx';
import { compareText } from '../../../primitives/fold.ts';
import styles from './RollDesk.module.css';
import { RollExport } from './RollExport.tsx';

interface RollToolsProps {
  meetingId: Id;
  entries: readonly RollEntry[];
  /** `null` for all. */
  organisation: string | null;
  onOrganisation: (organisation: string | null) => void;
  canExport: boolean;
}

/** Beside the table: one organisation alone, printing, files. */
export function RollTools(props: RollToolsProps) {
  const { meetingId, entries, organisation, onOrganisation, canExport } = props;
  const { t } = useTranslation('roll');
  const names = new Set(entries.flatMap(({ organisationName }) => organisationName ?? []));
  const options = [
    { id: 'all:', label: t('allOrganisations') },
    ...[...names].toSorted(compareText).map((name) => ({ id: name, label: name })),
  ];
  return (
    <div className={styles.acts}>
      {names.size > 1 && (
        <div className={styles.office}>
          <Select
            label={t('organisation')}
            isLabelHidden
            options={options}
            value={organisation ?? 'all:'}
            onChange={(id) => onOrganisation(id === 'all:' ? null : id)}
          />
        </div>
      )}
      <Button kind="quiet" icon={Printer} onPress={() => window.print()}>
        {t('print')}
      </Button>
      {canExport && <RollExport meetingId={meetingId} />}
    </div>
  );
}
