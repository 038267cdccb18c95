import { useEffect, useRef, useState } from 'react';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { MediaSessionProvider } from '../../realtime/media/current.tsx';
import { useLocalFact, useMediaFact, useMediaSession } from '../../realtime/media/hooks.ts';
import type { LocalMedia } from '../../realtime/media/local-media.ts';
import { useMe } from '../../realtime/session.tsx';
import { DeviceSheet } from './DeviceSheet.tsx';
import { LineBadge } from './LineBadge.tsx';
import { OnlineBar } from './bar/OnlineBar.tsx';
import { PhaseCurtain } from './PhaseCurtain.tsx';
import { RoomNotices } from './RoomNotices.tsx';
import { Shell } from './Shell.tsx';
import { Sounds } from './Sounds.tsx';
import { KeysSheet } from './keys/KeysSheet.tsx';
import { useRoomKeys } from './keys/useRoomKeys.ts';
import type { RoomProps } from './panels.ts';
import { PipView } from './stage/PipView.tsx';
import { Stage } from './stage/Stage.tsx';
import { pipSize, usePip } from './stage/pip.ts';
import { useScene } from './stage/useScene.ts';
import { useView } from './stage/useView.ts';
import { useCheckIn } from './useCheckIn.ts';
import { useOpenPanel } from './useOpenPanel.ts';
import type { JoinWay } from './ways.ts';

interface InsideProps extends RoomProps {
  meeting: Meeting;
  local: LocalMedia;
  way: JoinWay;
  onCompanion: () => void;
  onLeave: () => void;
}

/** Among the others. A vote that opens takes the centre, and the pictures shrink. */
export function Inside(props: InsideProps) {
  const { meeting, local, panels, floorSpeakerId: floorId, onLeave, onCompanion } = props;
  const { participants } = meeting;
  const { personId } = useMe();
  const session = useMediaSession(meeting.id, local);
  const phase = useMediaFact(session, (state) => state.phase);
  const camera = useLocalFact(local, ({ tracks }) => tracks.camera);
  const speaker = useLocalFact(local, ({ chosen }) => chosen.speaker);
  const view = useView();
  const scene = useScene({ session, participants, floorId, view });
  const pip = usePip();
  const open = useOpenPanel(panels);
  const [sheet, setSheet] = useState<'devices' | 'keys' | null>(null);
  const ask = useRef<HTMLDivElement>(null);
  const keys = useRoomKeys({ session, view, scene, open, ask, onHelp: () => setSheet('keys') });
  useAudioOnly(session, props.way);
  useCheckIn(meeting, phase === 'joined');
  const small = pip.window && scene.big?.producerId;
  return (
    <MediaSessionProvider session={session}>
      <Shell
        {...props}
        open={open}
        line={<LineBadge session={session} />}
        notices={
          <RoomNotices session={session} hasFloor={floorId === personId}>
            {meeting.myRole !== null && props.presence?.inside(camera)}
          </RoomNotices>
        }
        bar={
          <OnlineBar
            {...{ session, panels, open, view, pip, ask, onLeave, onCompanion }}
            askForFloor={props.askForFloor}
            hasFloor={floorId === personId}
            onDevices={() => setSheet('devices')}
            onKeys={() => setSheet('keys')}
          />
        }
      >
        <Stage
          {...{ session, participants, floorId, scene, view }}
          afloat={small ? { producerId: small, height: pipSize.height * devicePixelRatio } : null}
        />
        <PhaseCurtain session={session} onLeave={onLeave} />
      </Shell>
      <Sounds session={session} speaker={speaker} />
      <DeviceSheet isOpen={sheet === 'devices'} onClose={() => setSheet(null)} local={local} />
      <KeysSheet
        isOpen={sheet === 'keys'}
        onClose={() => setSheet(null)}
        panels={panels}
        {...keys}
      />
      {pip.window && (
        <PipView {...{ session, participants }} window={pip.window} tile={scene.big} />
      )}
    </MediaSessionProvider>
  );
}

/** Whoever comes in to listen receives no pictures; whoever comes in otherwise does, as far as the line is spared. */
function useAudioOnly(session: ReturnType<typeof useMediaSession>, way: JoinWay): void {
  useEffect(() => {
    const isAudio = session.getSnapshot().receiving === 'audio';
    if (way === 'audio') session.receive('audio');
    else if (isAudio) session.receive('all');
  }, [session, way]);
}
