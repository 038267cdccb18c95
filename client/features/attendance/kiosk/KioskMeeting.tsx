import Keyboard from 'lucide-react/icons/grid-3x3';
import QrCode from 'lucide-react/icons/qr-code';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { CameraNotice } from '../camera/CameraNotice.tsx';
import { Mirror, type MirrorTone } from '../camera/Mirror.tsx';
import { useCamera } from '../camera/useCamera.ts';
import type { DoorState } from './door.ts';
import { GreetingCard, RecentGreetings } from './Greetings.tsx';
import { Guidance, TurnArrow } from './Guidance.tsx';
import styles from './Kiosk.module.css';
import type { LateAttempts } from './late.ts';
import { PinPad } from './PinPad.tsx';
import { ScreenSaver } from './ScreenSaver.tsx';
import { StatusLine } from './StatusLine.tsx';
import { useDoor } from './useDoor.ts';

/** Camera in an oval with one line of guidance; QR code and PIN are always there below. */
export function KioskMeeting({ meetingId, late }: { meetingId: Id; late: LateAttempts }) {
  const { t } = useTranslation('kiosk');
  const { video, ...camera } = useCamera(null, true);
  const { state, recent, submitCode, ...door } = useDoor(
    meetingId,
    { video, state: camera.state },
    late,
  );
  const [isTyping, setTyping] = useState(false);
  const sees = camera.state === 'on' || camera.state === 'starting';
  const needsCode = !sees || ['unsure', 'unknown', 'not_turned', 'refused'].includes(state.kind);
  return (
    <>
      <section
        className={styles.stage}
        aria-label={t('camera')}
        data-tensors={door.figures?.tensors}
        data-took={door.figures?.tookMs}
        data-bytes={door.figures?.bytes}
      >
        <Mirror video={video} className={styles.mirror} tone={toneOf(state.kind)} />
        {state.kind === 'turn' && state.told && <TurnArrow direction={state.direction} />}
        {state.kind === 'welcome' && <GreetingCard greeting={state.greeting} />}
      </section>
      <CameraNotice camera={camera} />
      <Guidance state={state} sees={sees} />
      <footer className={styles.foot}>
        {sees && (
          <p className={styles.hint}>
            <Icon of={QrCode} /> {t('qrHint')}
          </p>
        )}
        <Button
          size="large"
          kind={needsCode ? 'primary' : 'secondary'}
          icon={Keyboard}
          onPress={() => setTyping(true)}
        >
          {t(state.kind === 'unsure' ? 'confirmByPin' : 'pin')}
        </Button>
      </footer>
      <RecentGreetings greetings={recent} />
      <StatusLine
        camera={camera.state}
        recognition={door.recognition}
        hasSound={door.hasSound}
        onSound={door.setSound}
      />
      {door.isIdle && !isTyping && camera.state === 'on' && <ScreenSaver onWake={door.wake} />}
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

function toneOf(kind: DoorState['kind']): MirrorTone {
  switch (kind) {
    case 'welcome':
      return 'good';
    case 'turn':
      return 'asking';
    case 'unsure':
    case 'unknown':
    case 'not_turned':
    case 'kept':
    case 'refused':
      return 'attention';
    default:
      return 'neutral';
  }
}
