import Send from 'lucide-react/icons/send';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { removeSlip, sendSlip } from '../../../../models/contracts/opinions-acts.ts';
import {
  type Slip,
  getSlip,
  listMySlips,
  listSlips,
} from '../../../../models/contracts/opinions.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { numberOf } from '../slip-number.ts';

/** After which nothing of the slip can be changed. */
export function SendSlip({ slip, isDirty }: { slip: Slip; isDirty: boolean }) {
  const { t } = useTranslation('opinions');
  const [isAsking, setAsking] = useState(false);
  const send = useMutationRoute(sendSlip, { invalidates: [listSlips, getSlip, listMySlips] });
  const run = async () => {
    const { id: slipId, revision } = slip;
    const sent = await send.mutateAsync({ params: { slipId }, body: { revision } });
    showToast(t('sentToast', numberOf(sent)));
  };
  return (
    <>
      <Button
        kind={isDirty ? 'secondary' : 'primary'}
        icon={Send}
        isDisabled={isDirty}
        onPress={() => setAsking(true)}
      >
        {t('sendSlip')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('sendConfirm', { title: slip.title, count: slip.recipients.length })}
        confirmLabel={t('sendSlip')}
        onConfirm={run}
      >
        <p>{t('sendText', { when: formatDateTime(slip.deadline) })}</p>
      </ConfirmDialog>
    </>
  );
}

export function RemoveDraft({ slip }: { slip: Slip }) {
  const { t } = useTranslation('opinions');
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutationRoute(removeSlip, { invalidates: [listSlips] });
  const run = async () => {
    await remove.mutateAsync({ params: { slipId: slip.id } });
    showToast(t('removedToast'));
    await navigate('/admin/slips');
  };
  return (
    <>
      <Button kind="danger" onPress={() => setAsking(true)}>
        {t('removeDraft')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('removeConfirm', { title: slip.title })}
        confirmLabel={t('removeDraft')}
        kind="danger"
        onConfirm={run}
      >
        <p>{t('removeText')}</p>
      </ConfirmDialog>
    </>
  );
}
