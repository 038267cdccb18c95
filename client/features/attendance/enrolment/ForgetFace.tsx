import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetMyFace, getMyFace } from '../../../../models/contracts/face.ts';
import type { ResponseOf } from '../../../../models/contracts/route.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import styles from './Enrolment.module.css';

export type Deletion = ResponseOf<typeof forgetMyFace>;

/** Withdraws the consent and deletes what is held, for good. */
export function ForgetFace({ onDeleted }: { onDeleted: (deletion: Deletion) => void }) {
  const { t } = useTranslation('face');
  const [isAsking, setAsking] = useState(false);
  const forget = useMutationRoute(forgetMyFace, {
    invalidates: [getMyFace],
    onSuccess: onDeleted,
  });
  return (
    <div>
      <Button kind="danger" onPress={() => setAsking(true)}>
        {t('forget')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('forgetTitle')}
        confirmLabel={t('forgetConfirm')}
        kind="danger"
        onConfirm={() => forget.mutateAsync({})}
      >
        <p>{t('forgetText')}</p>
      </ConfirmDialog>
    </div>
  );
}

/** What the person keeps as a proof. */
export function DeletionReceipt({ deletion }: { deletion: Deletion }) {
  const { t } = useTranslation('face');
  return (
    <Notice tone="success" title={t('deleted', { at: formatDateTime(deletion.at) })}>
      <p>{t('deletedText', { count: deletion.deleted })}</p>
      <p className={styles.receipt}>{deletion.receipt}</p>
    </Notice>
  );
}
