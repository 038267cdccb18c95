import Download from 'lucide-react/icons/download';
import Printer from 'lucide-react/icons/printer';
import { useTranslation } from 'react-i18next';
import type { FaceReceipt } from '../../../../models/contracts/face.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { PrintSheet } from '../../../primitives/PrintSheet.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { saveFile } from '../../../primitives/download.ts';
import styles from './Enrolment.module.css';

/** What the person keeps as a proof that the templates are gone; anyone can have its code checked. */
export function Receipt({ receipt }: { receipt: FaceReceipt }) {
  const { t } = useTranslation('face');
  const { at, deleted, code, fullName } = receipt;
  const checkAt = `${location.origin}/face-receipt`;
  const lines = [
    t('receipt.person', { name: fullName }),
    t('receipt.at', { at: formatDateTime(at, { seconds: true }) }),
    t('receipt.deleted', { count: deleted }),
    t('receipt.code', { code }),
    t('receipt.checkAt', { address: checkAt }),
  ];
  const save = () =>
    saveFile(t('receipt.fileName'), [t('receipt.title'), ...lines].join('\r\n'), 'text/plain');
  return (
    <>
      <Notice tone="success" title={t('receipt.title')}>
        <p>{t('receipt.at', { at: formatDateTime(at) })}</p>
        <p>{t('receipt.deleted', { count: deleted })}</p>
        <p className={styles.code}>{code}</p>
        <p>{t('receipt.keep')}</p>
        <div className={styles.acts}>
          <Button icon={Printer} onPress={() => window.print()}>
            {t('receipt.print')}
          </Button>
          <Button icon={Download} onPress={save}>
            {t('receipt.save')}
          </Button>
          <Link to={`/face-receipt?code=${code}`} kind="quiet">
            {t('receipt.check')}
          </Link>
        </div>
      </Notice>
      <PrintSheet>
        <h1>{t('receipt.title')}</h1>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </PrintSheet>
    </>
  );
}
