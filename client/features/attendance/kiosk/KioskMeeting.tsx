import Keyboard from 'lucide-react/icons/grid-3x3';
import QrCode from 'lucide-react/icons/qr-code';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Greeting } from '../../../../models/contracts/kiosk.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { useConnection } from '../../../realtime/provider.tsx';
import { CameraNotice } from '../camera/CameraNotice.tsx';
import { useCamera } from '../camera/useCamera.ts';
import { type Door, type DoorState, openDoor } from './door.ts';
import { GreetingCard, RecentGreetings } from './Greetings.tsx';
import { Guidance } from './Guidance.tsx';
import styles from './Kiosk.module.css';
import { PinPad } from './PinPad.tsx';

const watching: DoorState = { kind: 'watching', hints: [] };
const recentCount = 4;

/** Camera in an oval with one line of guidance; QR code and PIN are always there below. */
export function KioskMeeting({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('kiosk');
  const { video, ...camera } = useCamera();
  const { state, recent, submitCode } = useDoor(meetingId, video);
  const [isTyping, setTyping] = useState(false);
  return (
    <>
      <section className={styles.stage} aria-label={t('camera')}>
        <video ref={video} className={styles.video} muted playsInline />
        <div className={styles.oval} data-state={state.kind} />
        {state.kind === 'welcome' && <GreetingCard greeting={state.greeting} />}
      </section>
      <CameraNotice camera={camera} />
      <Guidance state={state} />
      <footer className={styles.foot}>
        <p className={styles.hint}>
          <Icon of={QrCode} /> {t('qrHint')}
        </p>
        <Button size="large" icon={Keyboard} onPress={() => setTyping(true)}>
          {t('pin')}
        </Button>
      </footer>
      <RecentGreetings greetings={recent} />
      {isTyping && (
        <PinPad
          onClose={() => setTyping(false)}
          onSubmit={async (pin) => {
            setTyping(false);
            await submitCode(pin);
          }}
        />
      )}
    </>
  );
}

function useDoor(meetingId: Id, video: RefObject<HTMLVideoElement | null>) {
  const connection = useConnection();
  const door = useRef<Door | null>(null);
  const [state, setState] = useState<DoorState>(watching);
  const [recent, setRecent] = useState<readonly Greeting[]>([]);
  useEffect(() => {
    const opened = openDoor({
      connection,
      meetingId,
      video: () => video.current,
      onState: (next) => {
        setState(next);
        if (next.kind === 'welcome')
          setRecent((earlier) => newestFirst(next.greeting, earlier).slice(0, recentCount));
      },
    });
    door.current = opened;
    return opened.stop;
  }, [connection, meetingId, video]);
  return { state, recent, submitCode: async (code: string) => door.current?.submitCode(code) };
}

const newestFirst = (greeting: Greeting, earlier: readonly Greeting[]) => [
  greeting,
  ...earlier.filter(({ personId }) => personId !== greeting.personId),
];
