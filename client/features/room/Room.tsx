import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { admissionChanged } from '../../../models/contracts/admission.ts';
import { type Meeting, getMeeting } from '../../../models/contracts/meetings.ts';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { type LocalMedia, createLocalMedia } from '../../realtime/media/local-media.ts';
import { useNotice } from '../../realtime/provider.tsx';
import { useQueryRoute } from '../../realtime/queries.ts';
import { Companion } from './Companion.tsx';
import { Inside } from './Inside.tsx';
import { PreJoin } from './join/PreJoin.tsx';
import type { RoomProps } from './panels.ts';
import { useRemembered } from './remembered.ts';
import styles from './Room.module.css';
import { type JoinWay, joinWays, proposedWay } from './ways.ts';

/** The meeting as a person is in it: first looking at oneself, then at the door, then among the others. */
export function Room(props: RoomProps) {
  const { t } = useTranslation('room');
  const meeting = useQueryRoute(getMeeting, { params: { meetingId: props.meetingId } });
  if (meeting.data !== undefined) return <Known {...props} meeting={meeting.data} />;
  return (
    <main className={styles.alone}>
      {meeting.isError ? (
        <ErrorState title={t('loadFailed')} error={meeting.error} onRetry={meeting.refetch} />
      ) : (
        <Skeleton lines={4} />
      )}
    </main>
  );
}

type Place = 'before' | 'door' | 'inside';

function Known({ meeting, ...props }: RoomProps & { meeting: Meeting }) {
  const [place, go] = useState<Place>('before');
  const { way, choose } = useWay(props, place);
  const local = useLocalMedia(way);
  const isCompanion = way === 'companion';
  // Whoever is sent out stands before the door again, which says why and opens by itself.
  useNotice(admissionChanged, ({ meetingId, state }) => {
    const isSentOut = meetingId === meeting.id && state !== 'inside';
    if (isSentOut && place === 'inside' && props.door !== undefined && !isCompanion) go('door');
  });
  if (place === 'before' || (local === null && !isCompanion))
    return (
      <PreJoin
        meeting={meeting}
        local={isCompanion ? null : local}
        way={way}
        onWay={choose}
        isInHall={props.attendance === 'in_person'}
        {...(props.presence && { presence: props.presence })}
        onJoin={() => go(isCompanion || props.door === undefined ? 'inside' : 'door')}
      />
    );
  const common = { ...props, meeting, onLeave: () => go('before') };
  const toOnline = () => {
    choose('camera');
    go('before');
  };
  if (local === null || isCompanion) return <Companion {...common} onOnline={toOnline} />;
  if (place === 'door')
    return props.door?.({ onInside: () => go('inside'), onCancel: () => go('before') });
  return <Inside {...common} local={local} way={way} onCompanion={() => choose('companion')} />;
}

/** How the person takes part; the proposal follows the door until they choose, or are inside. */
function useWay({ attendance }: RoomProps, place: Place) {
  const [remembered, remember] = useRemembered('way', joinWays, 'camera');
  const [chosen, setChosen] = useState<JoinWay | null>(null);
  const way = proposedWay(attendance, chosen, remembered);
  const choose = (next: JoinWay) => {
    setChosen(next);
    remember(next);
  };
  // Checking in at the door afterwards must not pull anyone out of the room.
  if (place !== 'before' && chosen === null) setChosen(way);
  return { way, choose };
}

/** Camera and microphone live as long as the page, over joining and leaving; in the hall there are none. */
function useLocalMedia(way: JoinWay): LocalMedia | null {
  const [local, setLocal] = useState<LocalMedia | null>(null);
  const usesDevices = way !== 'companion';
  const wantsCamera = way === 'camera';
  useEffect(() => {
    if (!usesDevices) return undefined;
    const made = createLocalMedia();
    // The devices belong to this showing of the page: made and let go together.
    // oxlint-disable-next-line react/set-state-in-effect
    setLocal(made);
    return () => {
      made.close();
      setLocal(null);
    };
  }, [usesDevices]);
  useBegin(local, wantsCamera);
  return usesDevices ? local : null;
}

/** Asks for both devices at once the first time, so that the browser asks the person once. */
function useBegin(local: LocalMedia | null, wantsCamera: boolean): void {
  const begun = useRef<LocalMedia | null>(null);
  useEffect(() => {
    if (local === null) return;
    if (begun.current === local) void local.set('camera', wantsCamera);
    else void local.begin({ microphone: true, camera: wantsCamera });
    begun.current = local;
  }, [local, wantsCamera]);
}
