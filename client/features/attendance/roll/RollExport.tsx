import Download from 'lucide-react/icons/download';
import { useTranslation } from 'react-i18next';
import { exportFormats, rollFile } from '../../../../models/contracts/attendance.ts';
import { addressOf } from '../../../../models/contracts/route.ts';
import type { Id } from '../../../../models/ids.ts';
import { Icon } from '../../../primitives/Icon.tsx';
import { Menu } from '../../../primitives/Menu.tsx';
import { download } from '../../../primitives/download.ts';
import styles from './RollDesk.module.css';

/** The roll as a file that the server makes and names. */
export function RollExport({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('roll');
  return (
    <Menu
      label={t('export')}
      trigger={
        <span className={styles.row}>
          <Icon of={Download} />
          {t('export')}
        </span>
      }
      items={exportFormats.map((format) => ({
        id: format,
        label: t(`exportAs.${format}`),
        onAction: () => download(addressOf(rollFile, { meetingId, format })),
      }))}
    />
  );
}
