import Download from 'lucide-react/icons/download';
import RotateCw from 'lucide-react/icons/rotate-cw';
import Send from 'lucide-react/icons/send';
import { useTranslation } from 'react-i18next';
import { type NetworkFindings, sendNetworkReport } from '../../../../models/contracts/network.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { ProgressBar } from '../../../primitives/ProgressBar.tsx';
import { Sheet } from '../../../primitives/Sheet.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { useMe } from '../../../realtime/session.tsx';
import { Findings } from './Findings.tsx';
import { saveReport } from './save-report.ts';
import { useNetworkTest } from './useNetworkTest.ts';

interface NetworkSheetProps {
  meetingId: Id;
  onClose: () => void;
}

/** The test while it runs, and what it found in plain words. */
export function NetworkSheet({ meetingId, onClose }: NetworkSheetProps) {
  const { t } = useTranslation('room');
  const { state, again } = useNetworkTest(meetingId);
  const { phase } = state;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('network.title')}
      description={t('network.description')}
      actions={
        phase === 'done' && (
          <Actions meetingId={meetingId} findings={state.findings} at={state.at} onAgain={again} />
        )
      }
    >
      {phase === 'running' && (
        <ProgressBar
          label={t(`network.trying.${state.progress.way}`)}
          value={Math.round(state.progress.share * 100)}
        />
      )}
      {phase === 'failed' && (
        <ErrorState title={t('network.failed')} error={state.error} onRetry={again} />
      )}
      {phase === 'done' && <Findings findings={state.findings} />}
    </Sheet>
  );
}

interface ActionsProps {
  meetingId: Id;
  findings: NetworkFindings;
  at: Date;
  onAgain: () => void;
}

function Actions({ meetingId, findings, at, onAgain }: ActionsProps) {
  const { t } = useTranslation('room');
  const { fullName } = useMe();
  const send = useMutationRoute(sendNetworkReport, {
    onSuccess: () => showToast(t('network.sent')),
  });
  return (
    <>
      <Button
        icon={Send}
        isDisabled={send.isSuccess}
        onPress={() => send.mutateAsync({ params: { meetingId }, body: findings })}
      >
        {t(send.isSuccess ? 'network.sent' : 'network.send')}
      </Button>
      <Button icon={Download} onPress={() => saveReport({ meetingId, fullName, at, findings })}>
        {t('network.download')}
      </Button>
      <Button kind="quiet" icon={RotateCw} onPress={onAgain}>
        {t('network.again')}
      </Button>
    </>
  );
}
