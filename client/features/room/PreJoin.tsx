import ArrowLeft from 'lucide-react/icons/arrow-left';
import LogIn from 'lucide-react/icons/log-in';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { Button } from '../../primitives/Button.tsx';
import { Link } from '../../primitives/Link.tsx';
import { Notice } from '../../primitives/Notice.tsx';
import { formatDateTime } from '../../primitives/dates.ts';
import { useLocalFact, usePlayed } from '../../realtime/media/hooks.ts';
import type { LocalMedia } from '../../realtime/media/local-media.ts';
import { useMe } from '../../realtime/session.tsx';
import { CaptureNotices } from './CaptureNotices.tsx';
import { CameraButton, MicrophoneButton } from './DeviceButtons.tsx';
import { DevicePickers } from './DevicePickers.tsx';
import { MicrophoneMeter } from './MicrophoneMeter.tsx';
import styles from './PreJoin.module.css';

interface PreJoinProps {
  meeting: Meeting;
  local: LocalMedia;
  onJoin: () => void;
}

/** How others will see and hear me, under which name, and with which devices. */
export function PreJoin({ meeting, local, onJoin }: PreJoinProps) {
  const { t } = useTranslation('room');
  const { id, title, startsAt, state, bodyName } = meeting;
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <Link to={`/meetings/${id}`} icon={ArrowLeft}>
          {t('toMeeting')}
        </Link>
        <h1>{title}</h1>
        <p className={styles.soft}>
          {bodyName} · {formatDateTime(startsAt)}
        </p>
      </header>
      <div className={styles.columns}>
        <Preview local={local} />
        <section className={styles.side} aria-label={t('settings')}>
          <Name />
          <DevicePickers local={local} />
          <MicrophoneMeter local={local} />
          <CaptureNotices local={local} />
          {state === 'open' ? (
            <Button kind="primary" size="large" icon={LogIn} onPress={onJoin} isFullWidth>
              {t('join')}
            </Button>
          ) : (
            <Notice tone="attention">{t(state === 'planned' ? 'notYetOpen' : 'over')}</Notice>
          )}
          <p className={styles.soft}>{t('joinHelp')}</p>
        </section>
      </div>
    </main>
  );
}

function Preview({ local }: { local: LocalMedia }) {
  const { t } = useTranslation('room');
  const camera = useLocalFact(local, ({ tracks }) => tracks.camera);
  const isAsking = useLocalFact(local, ({ asking }) => asking);
  const play = usePlayed(camera);
  return (
    <section className={styles.preview} aria-label={t('preview')}>
      <div className={styles.picture}>
        {camera ? (
          <video ref={play} className={styles.video} muted playsInline />
        ) : (
          <p>{t(isAsking ? 'asking' : 'cameraOff')}</p>
        )}
      </div>
      <div className={styles.buttons}>
        <MicrophoneButton local={local} />
        <CameraButton local={local} />
      </div>
    </section>
  );
}

function Name() {
  const { t } = useTranslation('room');
  const { fullName, office, organisationName } = useMe();
  const place = [office, organisationName].filter(Boolean).join(' · ');
  return (
    <div>
      <p className={styles.soft}>{t('youAppearAs')}</p>
      <p className={styles.name}>{fullName}</p>
      {place && <p>{place}</p>}
    </div>
  );
}
