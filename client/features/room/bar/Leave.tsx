import LogOut from 'lucide-react/icons/log-out';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { BarButton } from './BarButton.tsx';

interface LeaveProps {
  /** What the others would miss at once; null to leave without a question. */
  during: 'sharing' | 'speaking' | null;
  onLeave: () => void;
}

export function Leave({ during, onLeave }: LeaveProps) {
  const { t } = useTranslation('room');
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <BarButton
        icon={LogOut}
        look="end"
        onPress={during === null ? onLeave : () => setAsking(true)}
      >
        {t('leave')}
      </BarButton>
      <ConfirmDialog
        isOpen={isAsking && during !== null}
        onClose={() => setAsking(false)}
        title={t(during === 'speaking' ? 'leaveSpeaking' : 'leaveSharing')}
        confirmLabel={t('leave')}
        kind="danger"
        onConfirm={onLeave}
      />
    </>
  );
}
