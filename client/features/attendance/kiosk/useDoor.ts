import { useEffect, useRef, useState } from 'react';
import type { Greeting } from '../../../../models/contracts/kiosk.ts';
import type { Id } from '../../../../models/ids.ts';
import { useConnection } from '../../../realtime/provider.tsx';
import { type FinderStatus, createFaceFinder } from '../camera/face-finder.ts';
import type { Camera } from '../camera/useCamera.ts';
import { type Door, type DoorState, openDoor } from './door.ts';
import { createIdleWatch } from './idle.ts';
import type { LateAttempts } from './late.ts';
import { createSound } from './sound.ts';
import { keepSound, keepRecent, keptRecent, keptSound } from './remembered.ts';

const watching: DoorState = { kind: 'watching', hints: [] };
const recentCount = 4;

/** What the machine does, for those who look after it. */
interface Figures {
  tensors: number;
  /** Milliseconds that the models took for one picture. */
  tookMs: number;
  /** Of the picture for the server. */
  bytes: number;
}

/** Runs the door for a meeting while the component stands. */
export function useDoor(
  meetingId: Id,
  { video, state: camera }: Pick<Camera, 'video' | 'state'>,
  late: LateAttempts,
) {
  const connection = useConnection();
  const door = useRef<Door | null>(null);
  const wakeUp = useRef<() => void>(() => undefined);
  const [state, setState] = useState<DoorState>(watching);
  const [recent, setRecent] = useState(() => keptRecent(meetingId));
  const [recognition, setRecognition] = useState<FinderStatus>('loading');
  const [figures, setFigures] = useState<Figures | null>(null);
  const [isIdle, setIdle] = useState(false);
  const [hasSound, setHasSound] = useState(keptSound);
  const soundIsOn = useRef(hasSound);

  useEffect(() => {
    const finder = createFaceFinder();
    const sound = createSound(() => soundIsOn.current);
    const idle = createIdleWatch(setIdle);
    wakeUp.current = idle.wake;
    let figuresAt = 0;
    const opened = openDoor({
      connection,
      meetingId,
      finder,
      late,
      sound,
      video: () => video.current,
      onState: (next) => {
        setState(next);
        if (next.kind !== 'watching') idle.wake();
        if (next.kind === 'welcome')
          setRecent((earlier) => newestFirst(next.greeting, earlier).slice(0, recentCount));
      },
      onSight: ({ faces, tensors, tookMs, jpeg, takenAt }) => {
        if (faces.length > 0 || finder.status() !== 'ready') idle.wake();
        if (takenAt - figuresAt < 1000) return;
        figuresAt = takenAt;
        setFigures({ tensors, tookMs: Math.round(tookMs), bytes: jpeg?.byteLength ?? 0 });
      },
    });
    door.current = opened;
    const unhearFinder = finder.onStatus(() => setRecognition(finder.status()));
    return () => {
      opened.stop();
      unhearFinder();
      for (const one of [finder, sound]) one.close();
      idle.stop();
    };
  }, [connection, meetingId, video, late]);
  useEffect(() => {
    if (camera === 'lost' || camera === 'missing') door.current?.forget();
  }, [camera]);
  useEffect(() => keepRecent(meetingId, recent), [meetingId, recent]);

  return {
    state,
    recent,
    recognition,
    figures,
    isIdle,
    hasSound,
    wake: () => wakeUp.current(),
    setSound: (on: boolean) => {
      soundIsOn.current = on;
      setHasSound(on);
      keepSound(on);
    },
    submitCode: async (code: string) => door.current?.submitCode(code),
  };
}

const newestFirst = (greeting: Greeting, earlier: readonly Greeting[]) => [
  greeting,
  ...earlier.filter(({ personId }) => personId !== greeting.personId),
];
