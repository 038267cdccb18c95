import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getMeeting } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { type LocalMedia, createLocalMedia } from '../../realtime/media/local-media.ts';
import { useQueryRoute } from '../../realtime/queries.ts';
import { Inside } from './Inside.tsx';
import { PreJoin } from './PreJoin.tsx';
import type { Panel } from './panels.ts';
import styles from './Room.module.css';

export interface RoomProps {
  meetingId: Id;
  /** What other capabilities put beside the pictures, one at a time. */
  panels: readonly Panel[];
  /** One line with the quorum, for the head. */
  rollSummary: ReactNode;
  /** Takes the centre while it has something to show: an open vote, or its result until it was read. */
  ballot: ReactNode;
}

/** The meeting as a person is in it: first looking at oneself, then among the others. */
export function Room(props: RoomProps) {
  const { t } = useTranslation('room');
  const meeting = useQueryRoute(getMeeting, { params: { meetingId: props.meetingId } });
  const local = useLocalMedia();
  const [isInside, setInside] = useState(false);
  if (meeting.data === undefined)
    return (
      <main className={styles.alone}>
        {meeting.isError ? (
          <ErrorState title={t('loadFailed')} error={meeting.error} onRetry={meeting.refetch} />
        ) : (
          <Skeleton lines={4} />
        )}
      </main>
    );
  if (local === null) return null;
  return isInside ? (
    <Inside {...props} meeting={meeting.data} local={local} onLeave={() => setInside(false)} />
  ) : (
    <PreJoin meeting={meeting.data} local={local} onJoin={() => setInside(true)} />
  );
}

/** Camera and microphone live as long as the page, over joining and leaving. */
function useLocalMedia(): LocalMedia | null {
  const [local, setLocal] = useState<LocalMedia | null>(null);
  useEffect(() => {
    const made = createLocalMedia();
    // The devices belong to this showing of the page: made and let go together.
    // oxlint-disable-next-line react/set-state-in-effect
    setLocal(made);
    void made.begin({ microphone: true, camera: true });
    return () => made.close();
  }, []);
  return local;
}
