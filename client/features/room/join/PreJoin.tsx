import ArrowLeft from 'lucide-react/icons/arrow-left';
import LogIn from 'lucide-react/icons/log-in';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../../models/contracts/meetings.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import type { LocalMedia } from '../../../realtime/media/local-media.ts';
import { useMe } from '../../../realtime/session.tsx';
import type { RoomProps } from '../panels.ts';
import type { JoinWay } from '../ways.ts';
import { HallNotice } from './HallNotice.tsx';
import { NetworkTest } from './NetworkTest.tsx';
import styles from './PreJoin.module.css';
import { PresenceBefore } from './PresenceBefore.tsx';
import { Preview } from './Preview.tsx';
import { Trial } from './Trial.tsx';
import { WayCards } from './WayCards.tsx';

interface PreJoinProps extends Pick<RoomProps, 'presence'> {
  meeting: Meeting;
  /** Null in companion mode, which uses no devices, and for a moment before they are there. */
  local: LocalMedia | null;
  way: JoinWay;
  onWay: (way: JoinWay) => void;
  isInHall: boolean;
  onJoin: () => void;
}

/** How others will see and hear me, under which name, with which devices and over which line. */
export function PreJoin(props: PreJoinProps) {
  const { meeting, local, way, onWay, isInHall, onJoin, presence } = props;
  const { t } = useTranslation('room');
  const { id, title, startsAt, bodyName } = meeting;
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
        <div className={styles.preview}>
          {way === 'companion' && <HallNotice isInHall={isInHall} />}
          {local && <Preview local={local} way={way} onWay={onWay} />}
          {local && presence && meeting.state === 'open' && meeting.myRole !== null && (
            <PresenceBefore local={local} presence={presence} />
          )}
        </div>
        <section className={styles.side} aria-label={t('settings')}>
          <Name />
          <WayCards way={way} onWay={onWay} isInHall={isInHall} />
          <Entry meeting={meeting} way={way} onJoin={onJoin} />
        </section>
        <div className={styles.trials}>
          {local && <Trial local={local} />}
          <NetworkTest meetingId={id} />
        </div>
      </div>
    </main>
  );
}

function Entry({
  meeting: { state, myRole },
  way,
  onJoin,
}: Pick<PreJoinProps, 'meeting' | 'way' | 'onJoin'>) {
  const { t } = useTranslation('room');
  if (state !== 'open')
    return <Notice tone="attention">{t(state === 'planned' ? 'notYetOpen' : 'over')}</Notice>;
  return (
    <div className={styles.entry}>
      <Button kind="primary" size="large" icon={LogIn} onPress={onJoin} isFullWidth>
        {t('join')}
      </Button>
      {myRole !== null && (
        <p className={styles.soft}>{t(way === 'companion' ? 'joinHelpCompanion' : 'joinHelp')}</p>
      )}
    </div>
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
