import Timer from 'lucide-react/icons/timer';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Icon } from '../../../primitives/Icon.tsx';
import { Menu } from '../../../primitives/Menu.tsx';
import { formatTime } from '../../../primitives/dates.ts';
import { errorCodeOf, errorTitle } from '../../../primitives/problems.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { clockOffset } from '../../../realtime/server-clock.ts';
import styles from '../control/PollControl.module.css';
import { usePollActs } from '../usePollActs.ts';
import { secondsAfter, secondsLeftOf } from './end-time.ts';

const minutesMore = [1, 2, 5] as const;
/** The shortest way out, seconds. */
const soon = 30;

/** Gives an open poll more time, less, or no end at all. */
export function EndMenu({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation('polls');
  const { setEnd } = usePollActs(poll.meetingId);
  const hasEnd = poll.endsAt !== null;
  const set = async (seconds: number | null) => {
    const params = { meetingId: poll.meetingId, pollId: poll.id };
    try {
      const { endsAt } = await setEnd.mutateAsync({ params, body: { seconds } });
      showToast(
        endsAt === null
          ? t('running.endGone')
          : t('running.endSet', { time: formatTime(endsAt, { seconds: true }) }),
      );
    } catch (error) {
      showToast(errorTitle(errorCodeOf(error)), { tone: 'error' });
    }
  };
  const items = [
    ...minutesMore.map((count) => ({
      id: `more-${count}`,
      label: t(hasEnd ? 'running.more' : 'running.in', { count }),
      onAction: () =>
        void set(secondsAfter(secondsLeftOf(poll.endsAt, Date.now() + clockOffset()), count * 60)),
    })),
    {
      id: 'soon',
      label: t('running.inSeconds', { count: soon }),
      onAction: () => void set(soon),
    },
    ...(hasEnd ? [{ id: 'none', label: t('running.noEnd'), onAction: () => void set(null) }] : []),
  ];
  const label = t(hasEnd ? 'running.endMenu' : 'running.setEnd');
  return (
    <Menu
      label={label}
      trigger={
        <span className={styles.menuButton}>
          <Icon of={Timer} />
          {label}
        </span>
      }
      items={items}
    />
  );
}
