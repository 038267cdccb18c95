import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { Form } from '../../../primitives/Form.tsx';
import { Sheet } from '../../../primitives/Sheet.tsx';
import type { Column } from '../../../primitives/Table.tsx';
import { ClosingAction } from './ClosingAction.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import type { RecordEditor } from './useRecordEditor.ts';

export interface RecordSheetProps<R, D extends object> {
  editor: RecordEditor<R, D>;
  /** The name of the record, or "add a …". */
  title: string;
  description?: string;
  labels: Readonly<Record<string, string>>;
  children: ReactNode;
  /** What the other version of a conflict is compared by. */
  columns: readonly Column<R>[];
  onClose: () => void;
  /** Takes the record out of use or back; left out for a new one, or where that does not exist. */
  closing?: { isClosed: boolean; run: () => Promise<unknown> } | undefined;
  /** Other acts on the record, at the end of the sheet. */
  acts?: ReactNode;
  saveLabel?: string;
  /** The person may look only. */
  isReadOnly?: boolean;
}

/** One record beside its list. Closing it with changes unsaved asks first. */
export function RecordSheet<R, D extends object>(props: RecordSheetProps<R, D>) {
  const { editor, title, description, labels, children, columns, onClose, isReadOnly } = props;
  const { t } = useTranslation('administration');
  const formId = useId();
  const [isAsking, setAsking] = useState(false);
  const leave = () => (editor.isDirty && !isReadOnly ? setAsking(true) : onClose());
  return (
    <>
      <Sheet
        isOpen
        onClose={leave}
        title={title}
        {...(description !== undefined && { description })}
        actions={
          !isReadOnly && (
            <>
              <Button kind="primary" type="submit" form={formId} isPending={editor.isPending}>
                {props.saveLabel ?? t('save', { ns: 'common' })}
              </Button>
              <Button kind="quiet" onPress={leave}>
                {t('cancel', { ns: 'common' })}
              </Button>
            </>
          )
        }
      >
        {editor.conflict !== null && (
          <ConflictNotice editor={editor} theirs={editor.conflict} columns={columns} />
        )}
        <Form id={formId} onSubmit={editor.submit} problems={editor.problems} labels={labels}>
          {children}
        </Form>
        {props.acts}
        {props.closing && !isReadOnly && (
          <ClosingAction
            name={title}
            isDirty={editor.isDirty}
            onDone={onClose}
            {...props.closing}
          />
        )}
      </Sheet>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={editor.record === null ? t('discardNewTitle') : t('discardTitle', { name: title })}
        confirmLabel={t('discard')}
        kind="danger"
        onConfirm={onClose}
      >
        <p>{t('discardText')}</p>
      </ConfirmDialog>
    </>
  );
}
