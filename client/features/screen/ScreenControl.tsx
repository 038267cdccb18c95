import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import {
  type Meeting,
  getMeeting,
  screenViews,
  setScreenView,
} from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { Select } from '../../primitives/Select.tsx';
import { errorCodeOf, errorTitle } from '../../primitives/problems.ts';
import { showToast } from '../../primitives/toasts.ts';
import { useMeeting } from '../../realtime/meeting.ts';
import { routeKey, useMutationRoute } from '../../realtime/queries.ts';
import { useRuns } from '../../realtime/runs.ts';

/** What the big screen of the room shows: by itself what matters, or what is chosen here until it is let go. */
export function ScreenControl({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('screenControl');
  const client = useQueryClient();
  const meeting = useMeeting(meetingId).data;
  const runs = useRuns(meeting);
  const set = useMutationRoute(setScreenView, {
    onSuccess: (answer) =>
      client.setQueryData<Meeting>(routeKey(getMeeting, { params: { meetingId } }), answer),
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
