import ScanFace from 'lucide-react/icons/scan-face';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { formatTime } from '../../../primitives/dates.ts';
import { FaceCheckDialog } from './FaceCheckDialog.tsx';
import styles from './Online.module.css';
import { usePresence } from './usePresence.ts';

interface FaceCheckInProps {
  meetingId: Id;
  /** The camera that is on already, if one is. */
  camera: MediaStreamTrack | null;
  /** Whether the roll has the person as being in the hall, where the door has seen to it. */
  isInHall: boolean;
}

/** Before joining: the face is offered to those who enrolled it; joining never waits for it. */
export function FaceCheckIn({ meetingId, camera, isInHall }: FaceCheckInProps) {
  const { t } = useTranslation('onlineFace');
  const { presence, refresh } = usePresence(meetingId);
  const [isOpen, setOpen] = useState(false);
  if (presence === undefined || isInHall) return null;
  const { every, face, last } = presence;
  const done = last?.outcome === 'confirmed' && last.way === 'face' ? last.at : null;
  return (
    <section className={styles.offer} aria-label={t('title.entry')}>
      {done !== null && (
        <Notice tone="success" title={t('confirmedAt', { time: formatTime(done) })} />
      )}
      {done === null && face === 'ready' && (
        <>
          <Button icon={ScanFace} onPress={() => setOpen(true)}>
            {t('title.entry')}
          </Button>
          <p className={styles.soft}>{t('optional')}</p>
        </>
      )}
      {every > 0 && <p className={styles.soft}>{t('announced', { count: every })}</p>}
      {isOpen && (
        <FaceCheckDialog
          meetingId={meetingId}
          occasion="entry"
          given={camera}
          onConfirmed={() => {
            setOpen(false);
            refresh();
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}
