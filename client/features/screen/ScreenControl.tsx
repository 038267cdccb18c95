import { useTranslation } from 'react-i18next';
import { type Meeting, screenViews, setScreenView } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { Select } from '../../primitives/Select.tsx';
import { errorCodeOf, errorTitle } from '../../primitives/problems.ts';
import { showToast } from '../../primitives/toasts.ts';
import { useMeeting, useMeetingAnswer } from '../../realtime/meeting.ts';
import { useMutationRoute } from '../../realtime/queries.ts';
import { useRuns } from '../../realtime/runs.ts';

/** What the big screen of the room shows: by itself what matters, or what is chosen here until it is let go. */
export function ScreenControl({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('screenControl');
  const meeting = useMeeting(meetingId).data;
  const runs = useRuns(meeting);
  const set = useMutationRoute(setScreenView, {
    onSuccess: useMeetingAnswer(meetingId),
  });
  if (meeting === undefined || !runs || !['planned', 'open'].includes(meeting.state)) return null;
  const choose = async (view: Meeting['screenView']) => {
    try {
      await set.mutateAsync({ params: { meetingId }, body: { view } });
    } catch (error) {
      const code = errorCodeOf(error);
      showToast(errorTitle(code), { tone: 'error', detail: code });
    }
  };
  return (
    <Select
      label={t('label')}
      description={meeting.screenView === 'auto' ? t('autoHelp') : t('heldHelp')}
      options={screenViews.map((id) => ({ id, label: t(`views.${id}`) }))}
      value={meeting.screenView}
      onChange={(view) => void choose(view)}
    />
  );
}
