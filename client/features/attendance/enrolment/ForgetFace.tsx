import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type FaceReceipt,
  forgetMyFace,
  getMyFace,
  getMyFaceTrace,
} from '../../../../models/contracts/face.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { useMutationRoute } from '../../../realtime/queries.ts';

/** Withdraws the consent and deletes what is held, for good. */
export function ForgetFace({ onDeleted }: { onDeleted: (receipt: FaceReceipt) => void }) {
  const { t } = useTranslation('face');
  const [isAsking, setAsking] = useState(false);
  const forget = useMutationRoute(forgetMyFace, {
    invalidates: [getMyFace, getMyFaceTrace],
    onSuccess: onDeleted,
  });
  return (
    <>
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
    </>
  );
}
