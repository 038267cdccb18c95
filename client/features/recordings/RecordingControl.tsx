import Circle from 'lucide-react/icons/circle';
import Square from 'lucide-react/icons/square';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startRecording, stopRecording } from '../../../models/contracts/recordings.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { useMeeting } from '../../realtime/meeting.ts';
import { useRuns } from '../../realtime/runs.ts';
import { useAct } from '../../realtime/useAct.ts';
import { useRecordingNow } from './useRecordingNow.ts';

const steps = {
  start: { title: 'startTitle', text: 'startText', done: 'started', icon: Circle },
  stop: { title: 'stopTitle', text: 'stopText', done: 'stopped', icon: Square },
} as const;

/** Starts and stops recording, for those who run an open meeting; nothing for everyone else. */
export function RecordingControl({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('recordings');
  const { data: meeting } = useMeeting(meetingId);
  const runs = useRuns(meeting);
  const now = useRecordingNow(meetingId);
  const act = { start: useAct(startRecording), stop: useAct(stopRecording) };
  const [asked, ask] = useState<keyof typeof steps | null>(null);
  if (!runs || meeting?.state !== 'open' || now === undefined) return null;
  const next = now.since === null ? 'start' : 'stop';
  const confirm = async (step: keyof typeof steps) => {
    await act[step]({ meetingId });
    showToast(t(steps[step].done));
  };
  return (
    <>
      <Button icon={steps[next].icon} onPress={() => ask(next)}>
        {t(next)}
      </Button>
      {asked && (
        <ConfirmDialog
          isOpen
          onClose={() => ask(null)}
          title={t(steps[asked].title, { title: meeting.title })}
          confirmLabel={t(asked)}
          onConfirm={() => confirm(asked)}
        >
          <p>{t(steps[asked].text)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
