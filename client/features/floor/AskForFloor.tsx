import CircleStop from 'lucide-react/icons/circle-stop';
import Hand from 'lucide-react/icons/hand';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Floor, type FloorEntry, withdrawFromFloor } from '../../../models/contracts/floor.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { useMeeting } from '../../realtime/meeting.ts';
import { useMe } from '../../realtime/session.tsx';
import { useAct } from '../../realtime/useAct.ts';
import styles from './Ask.module.css';
import { AskPopover } from './AskPopover.tsx';
import { ownPart } from './queue.ts';
import { useFloor } from './useFloor.ts';

/** For the bar of the room: ask to speak, see the own place and take it back, end the own speech. */
export function AskForFloor({ meetingId }: { meetingId: Id }) {
  const floor = useFloor(meetingId);
  const meeting = useMeeting(meetingId).data;
  // Whoever runs the meeting without taking part is not on its floor.
  if (floor === undefined || meeting?.state !== 'open' || meeting.myRole === null) return null;
  return <Ask floor={floor} />;
}

function Ask({ floor }: { floor: Floor }) {
  const { t } = useTranslation('floor');
  const { personId } = useMe();
  const withdraw = useAct(withdrawFromFloor);
  const { speech, requests, total } = ownPart(floor, personId);
  const [asked, ask] = useState<FloorEntry | null>(null);
  const isSpeech = asked?.state === 'speaking';
  const place = requests.find(({ entry }) => entry.id === asked?.id)?.place ?? 1;
  const taken = requests.map(({ entry }) => entry.kind);
  return (
    <span className={styles.ask}>
      <span role="status" className="nt-hidden">
        {speech
          ? t('yourTurn')
          : requests.map(({ entry: { kind }, place: at }) =>
              t('placeOf', { kind: t(`kind.${kind}`), place: at, total }),
            )}
      </span>
      {requests.map(({ entry, place: at }) => (
        <span key={entry.id} className={styles.own}>
          <span className={styles.place}>
            <Hand size="1.125em" aria-hidden />
            <span aria-hidden>{t('place', { place: at, total })}</span>
            <span className="nt-hidden">
              {t('placeOf', { kind: t(`kind.${entry.kind}`), place: at, total })}
            </span>
          </span>
          <Button kind="quiet" onPress={() => ask(entry)}>
            {t('withdraw')}
            <span className="nt-hidden"> {t(`kind.${entry.kind}`)}</span>
          </Button>
        </span>
      ))}
      {speech && (
        <Button kind="primary" icon={CircleStop} onPress={() => ask(speech)}>
          {t('endOwn')}
        </Button>
      )}
      {taken.length < 3 && (
        <AskPopover
          meetingId={floor.meetingId}
          taken={taken}
          isSmall={speech !== undefined || requests.length > 0}
        />
      )}
      {asked && (
        <ConfirmDialog
          isOpen
          onClose={() => ask(null)}
          title={t(isSpeech ? 'endOwnTitle' : 'withdrawTitle')}
          confirmLabel={t(isSpeech ? 'endOwn' : 'withdrawConfirm')}
          onConfirm={() => withdraw({ meetingId: floor.meetingId, entryId: asked.id })}
        >
          <p>{isSpeech ? t('endOwnText') : t('withdrawText', { place })}</p>
        </ConfirmDialog>
      )}
    </span>
  );
}
