import Ban from 'lucide-react/icons/ban';
import DoorOpen from 'lucide-react/icons/door-open';
import Flag from 'lucide-react/icons/flag';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { Button } from '../../primitives/Button.tsx';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { useMeetingActs } from './useMeetingActs.ts';

/** Each step with the state that it leads to and its words. */
const steps = {
  open: {
    state: 'open',
    verb: 'open',
    title: 'openTitle',
    text: 'openText',
    done: 'opened',
    kind: 'primary',
  },
  close: {
    state: 'closed',
    verb: 'close',
    title: 'closeTitle',
    text: 'closeText',
    done: 'closed',
    kind: 'danger',
  },
  cancel: {
    state: 'cancelled',
    verb: 'cancel',
    title: 'cancelTitle',
    text: 'cancelText',
    done: 'cancelled',
    kind: 'danger',
  },
} as const;

/** Opens, closes or cancels the meeting, each after a question that names it. */
export function RunMeeting({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const { setState } = useMeetingActs(meeting.id);
  const [asked, ask] = useState<keyof typeof steps | null>(null);
  const step = asked && steps[asked];
  return (
    <>
      {meeting.state === 'planned' && (
        <>
          <Button kind="primary" size="large" icon={DoorOpen} onPress={() => ask('open')}>
            {t('open')}
          </Button>
          <Button kind="quiet" size="large" icon={Ban} onPress={() => ask('cancel')}>
            {t('cancel')}
          </Button>
        </>
      )}
      {meeting.state === 'open' && (
        <Button size="large" icon={Flag} onPress={() => ask('close')}>
          {t('close')}
        </Button>
      )}
      {step && (
        <ConfirmDialog
          isOpen
          onClose={() => ask(null)}
          title={t(step.title, { title: meeting.title })}
          confirmLabel={t(step.verb)}
          kind={step.kind}
          onConfirm={async () => {
            await setState.mutateAsync({
              params: { meetingId: meeting.id },
              body: { state: step.state },
            });
            showToast(t(step.done));
          }}
        >
          <p>{t(step.text)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
