import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { useFloor } from '../../realtime/floor.ts';
import { useMediaFact } from '../../realtime/media/hooks.ts';
import type { MediaSession } from '../../realtime/media/media-state.ts';
import styles from './Hall.module.css';
import { Picture } from './Picture.tsx';
import { type HallPicture, hallPictures } from './pictures.ts';

interface HallPicturesProps {
  session: MediaSession;
  meeting: Meeting;
}

/** Those who take part from elsewhere, for the people in the room. */
export function HallPictures({ session, meeting }: HallPicturesProps) {
  const { t } = useTranslation('hall');
  const peers = useMediaFact(session, (state) => state.peers);
  const activeId = useMediaFact(session, ({ speakerPeerId }) => speakerPeerId);
  const floor = useFloor(meeting.id);
  const speakerId = floor?.entries.find(({ state }) => state === 'speaking')?.personId ?? null;
  const pictures = useMemo(
    () => hallPictures(peers, { speakerId, activeId }),
    [peers, speakerId, activeId],
  );
  useEffect(() => {
    const rows = Math.ceil(Math.sqrt(Math.max(1, pictures.length)));
    const height = (innerHeight * devicePixelRatio) / rows;
    session.show(
      new Map(pictures.map(({ producerId }, at) => [producerId, { height, priority: 255 - at }])),
    );
  }, [session, pictures]);
  if (pictures.length === 0) return <p className={styles.empty}>{t('alone')}</p>;
  const nameOf = ({ personId, roomName }: HallPicture) =>
    meeting.participants.find((one) => one.personId === personId)?.fullName ??
    roomName ??
    t('staff');
  return (
    <ul className={styles.pictures} data-count={Math.min(pictures.length, 9)}>
      {pictures.map((picture) => (
        <li key={picture.producerId} className={styles.picture}>
          <Picture
            session={session}
            producerId={picture.producerId}
            className={picture.isScreen ? styles.screen : styles.video}
            label={nameOf(picture)}
          />
          <p className={styles.name}>{nameOf(picture)}</p>
        </li>
      ))}
    </ul>
  );
}
