import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import type { Column } from '../../../primitives/Table.tsx';
import styles from './Catalogue.module.css';
import type { RecordEditor } from './useRecordEditor.ts';

interface ConflictNoticeProps<R, D extends object> {
  editor: RecordEditor<R, D>;
  theirs: R;
  columns: readonly Column<R>[];
}

/** Someone else has saved in the meantime: what they changed, and whose version is to stand. */
export function ConflictNotice<R, D extends object>(props: ConflictNoticeProps<R, D>) {
  const { editor, theirs, columns } = props;
  const { t } = useTranslation('administration');
  const { record } = editor;
  const changed = columns.filter(
    (column) => record === null || column.value(record) !== column.value(theirs),
  );
  return (
    <Notice
      tone="attention"
      title={t('conflictTitle')}
      action={
        <div className={styles.choices}>
          <Button onPress={editor.keepMine}>{t('conflictMine')}</Button>
          <Button kind="quiet" onPress={editor.takeTheirs}>
            {t('conflictTheirs')}
          </Button>
        </div>
      }
    >
      <p>{t('conflictText')}</p>
      {changed.length > 0 && (
        <ul className={styles.changes}>
          {changed.map((column) => (
            <li key={column.id}>
              {column.header}: <strong>{String(column.value(theirs)) || t('blank')}</strong>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
