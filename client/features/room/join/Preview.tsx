import { useTranslation } from 'react-i18next';
import { Notice } from '../../../primitives/Notice.tsx';
import { useLocalFact, usePlayed } from '../../../realtime/media/hooks.ts';
import type { LocalMedia } from '../../../realtime/media/local-media.ts';
import { BarToggle } from '../bar/BarButton.tsx';
import { CaptureNotices } from './CaptureNotices.tsx';
import { deviceIcons } from '../bar/device-icons.ts';
import type { JoinWay } from '../ways.ts';
import { MicrophoneMeter } from './MicrophoneMeter.tsx';
import styles from './PreJoin.module.css';

interface PreviewProps {
  local: LocalMedia;
  way: JoinWay;
  onWay: (way: JoinWay) => void;
}

/** My own picture as others will see it, and whether my microphone hears me. */
export function Preview({ local, way, onWay }: PreviewProps) {
  const { t } = useTranslation('room');
  const camera = useLocalFact(local, ({ tracks }) => tracks.camera);
  const isAsking = useLocalFact(local, ({ asking }) => asking);
  const isMicrophoneOn = useLocalFact(local, ({ on }) => on.microphone);
  const isSilent = useLocalFact(local, ({ silent }) => silent);
  const play = usePlayed(camera);
  const showsCamera = way === 'camera';
  return (
    <section className={styles.column} aria-label={t('preview')}>
      <div className={styles.picture}>
        {camera ? (
          <video ref={play} className={styles.video} muted playsInline />
        ) : (
          <p>{t(isAsking ? 'asking' : way === 'audio' ? 'audioOnly' : 'cameraOff')}</p>
        )}
        <div className={styles.buttons}>
          <BarToggle
            icon={deviceIcons.microphone[isMicrophoneOn ? 'on' : 'off']}
            isOn={isMicrophoneOn}
            onPress={() => local.set('microphone', !isMicrophoneOn)}
          >
            {t(isMicrophoneOn ? 'microphone.turnOff' : 'microphone.turnOn')}
          </BarToggle>
          <BarToggle
            icon={deviceIcons.camera[showsCamera ? 'on' : 'off']}
            isOn={showsCamera}
            onPress={() => onWay(showsCamera ? 'noCamera' : 'camera')}
          >
            {t(showsCamera ? 'camera.turnOff' : 'camera.turnOn')}
          </BarToggle>
        </div>
      </div>
      {isMicrophoneOn && <MicrophoneMeter local={local} />}
      {isMicrophoneOn && isSilent && (
        <Notice tone="attention" title={t('silent.title')}>
          <p>{t('silent.help')}</p>
        </Notice>
      )}
      <CaptureNotices local={local} />
    </section>
  );
}
