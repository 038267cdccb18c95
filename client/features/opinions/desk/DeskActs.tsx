import BellRing from 'lucide-react/icons/bell-ring';
import CalendarClock from 'lucide-react/icons/calendar-clock';
import CircleCheckBig from 'lucide-react/icons/circle-check-big';
import FileInput from 'lucide-react/icons/file-input';
import Printer from 'lucide-react/icons/printer';
import Undo2 from 'lucide-react/icons/undo-2';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeSlip, remindSlip, withdrawSlip } from '../../../../models/contracts/opinions-acts.ts';
import {
  type Slip,
  getSlip,
  listSlips,
  slipFormFile,
} from '../../../../models/contracts/opinions.ts';
import { addressOf } from '../../../../models/contracts/route.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { download } from '../../../primitives/download.ts';
import { formatDateTime } from '../../../primitives/dates.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import styles from './Desk.module.css';
import { ExtendDialog } from './ExtendDialog.tsx';
import { PaperSheet } from './PaperSheet.tsx';
import { numberOf } from '../slip-number.ts';

type Asked = 'close' | 'extend' | 'withdraw' | 'paper';
const invalidates = [getSlip, listSlips];

/** What the secretariat does while answers come in. */
export function DeskActs({ slip }: { slip: Slip }) {
  const { t } = useTranslation('opinions');
  const [asked, setAsked] = useState<Asked | null>(null);
  const remind = useMutationRoute(remindSlip, { invalidates });
  const { id: slipId, recipients, remindedAt } = slip;
  const areAllIn = recipients.every(({ answeredAt }) => answeredAt !== null);
  const remindAll = async () => {
    try {
      const { reminded } = await remind.mutateAsync({ params: { slipId } });
      showToast(t('remindedCount', { count: reminded }));
    } catch {
      // Shown below.
    }
  };
  const done = () => setAsked(null);
  return (
    <section className={styles.section}>
      <div className={styles.acts}>
        {areAllIn ? (
          <Button kind="primary" icon={CircleCheckBig} onPress={() => setAsked('close')}>
            {t('close')}
          </Button>
        ) : (
          <Button icon={BellRing} onPress={remindAll}>
            {t('remind')}
          </Button>
        )}
        <Button icon={CalendarClock} onPress={() => setAsked('extend')}>
          {t('extend')}
        </Button>
        <Button icon={Printer} onPress={() => download(addressOf(slipFormFile, { slipId }))}>
          {t('printForm')}
        </Button>
        <Button icon={FileInput} onPress={() => setAsked('paper')}>
          {t('enterPaper')}
        </Button>
        <Button kind="danger" icon={Undo2} onPress={() => setAsked('withdraw')}>
          {t('withdraw')}
        </Button>
      </div>
      <p className={styles.help}>
        {t('closesItself')} {remindedAt && t('lastReminded', { when: formatDateTime(remindedAt) })}
      </p>
      {remind.error && <ErrorNotice error={remind.error} />}
      {asked === 'close' && <CloseDialog slip={slip} onClose={done} />}
      {asked === 'extend' && <ExtendDialog slip={slip} onClose={done} />}
      {asked === 'withdraw' && <WithdrawDialog slip={slip} onClose={done} />}
      {asked === 'paper' && <PaperSheet slip={slip} onClose={done} />}
    </section>
  );
}

interface AskedProps {
  slip: Slip;
  onClose: () => void;
}

function CloseDialog({ slip, onClose }: AskedProps) {
  const { t } = useTranslation('opinions');
  const close = useMutationRoute(closeSlip, { invalidates });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('closeConfirm', numberOf(slip))}
      confirmLabel={t('close')}
      onConfirm={async () => {
        await close.mutateAsync({ params: { slipId: slip.id } });
        showToast(t('closedToast'));
      }}
    >
      <p>{t('closeText')}</p>
    </ConfirmDialog>
  );
}

function WithdrawDialog({ slip, onClose }: AskedProps) {
  const { t } = useTranslation('opinions');
  const [reason, setReason] = useState('');
  const withdraw = useMutationRoute(withdrawSlip, { invalidates });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('withdrawConfirm', numberOf(slip))}
      confirmLabel={t('withdraw')}
      kind="danger"
      onConfirm={async () => {
        await withdraw.mutateAsync({ params: { slipId: slip.id }, body: { reason } });
        showToast(t('withdrawnToast'));
      }}
    >
      <p>{t('withdrawText')}</p>
      <TextField label={t('reason')} rows={2} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
