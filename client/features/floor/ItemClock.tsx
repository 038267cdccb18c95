import Plus from 'lucide-react/icons/plus';
import { useTranslation } from 'react-i18next';
import { extendAgendaItem } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { Countdown } from '../../primitives/Countdown.tsx';
import { Menu } from '../../primitives/Menu.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { useMeeting, useMeetingAnswer } from '../../realtime/meeting.ts';
import { useMutationRoute } from '../../realtime/queries.ts';
import { useRuns } from '../../realtime/runs.ts';
import { useClockOffset } from '../../realtime/server-clock.ts';
import styles from './Floor.module.css';
import { type PresentItem, presentItem } from './queue.ts';

/** The present item of the agenda with its time; nothing before the first one. */
export function ItemClock({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('floor');
  const meeting = useMeeting(meetingId).data;
  const runs = useRuns(meeting);
  const offsetMs = useClockOffset();
  const item = meeting && presentItem(meeting);
  if (item === undefined) return null;
  const { number, total, minutes, since } = item;
  return (
    <span className={styles.item}>
      <span className={styles.itemNumber}>{t('item', { number, total })}</span>
      {since !== null && (
        <Countdown
          label={t('itemClock', { number })}
          allottedSeconds={minutes === 0 ? null : minutes * 60}
          spokenMs={0}
          since={since}
          offsetMs={offsetMs}
        />
      )}
      {runs && minutes > 0 && <MoreTime meetingId={meetingId} item={item} />}
    </span>
  );
}

function MoreTime({ meetingId, item: { id, number } }: { meetingId: Id; item: PresentItem }) {
  const { t } = useTranslation('floor');
  const { mutateAsync, isPending } = useMutationRoute(extendAgendaItem, {
    onSuccess: useMeetingAnswer(meetingId),
  });
  const extend = async (minutes: number) => {
    if (isPending) return;
    await mutateAsync({ params: { meetingId, agendaItemId: id }, body: { minutes } });
    showToast(t('itemExtended', { number, count: minutes }));
  };
  return (
    <Menu
      label={t('itemMore', { number })}
      icon={Plus}
      items={[5, 10, 15, 30].map((count) => ({
        id: String(count),
        label: t('extend', { count }),
        onAction: () => void extend(count),
      }))}
    />
  );
}
