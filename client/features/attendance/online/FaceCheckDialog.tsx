import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PresenceOccasion } from '../../../../models/contracts/presence.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { CameraNotice } from '../camera/CameraNotice.tsx';
import { Mirror } from '../camera/Mirror.tsx';
import { useCamera } from '../camera/useCamera.ts';
import type { Checking } from './checking.ts';
import styles from './Online.module.css';
import { useChecking } from './useChecking.ts';

interface FaceCheckDialogProps {
  meetingId: Id;
  occasion: PresenceOccasion;
  /** The camera that is on already, if one is. */
  given: MediaStreamTrack | null;
  onConfirmed: (at: string, present: boolean) => void;
  onClose: () => void;
}

/** The own face in an oval with one line of guidance; closed at any time, and nothing is lost by it. */
export function FaceCheckDialog(props: FaceCheckDialogProps) {
  const { meetingId, occasion, given, onConfirmed, onClose } = props;
  const { t } = useTranslation(['onlineFace', 'face']);
  const { video, ...camera } = useCamera(given);
  const isOn = camera.state === 'on';
  const { state, problem, again } = useChecking({ meetingId, occasion, video, isOn });
  const confirmed = state.kind === 'confirmed' ? state.result : null;
  useEffect(() => {
    if (confirmed !== null) onConfirmed(confirmed.at, confirmed.present);
    // The callback changes with every render of the page; there is one answer.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [confirmed]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`title.${occasion}`)}
      width="wide"
      actions={
        <Button kind="quiet" onPress={onClose}>
          {t(`without.${occasion}`)}
        </Button>
      }
    >
      <Mirror
        video={video}
        className={styles.stage}
        tone={confirmed !== null ? 'good' : state.kind === 'refused' ? 'attention' : 'neutral'}
      />
      <CameraNotice camera={camera} />
      {isOn && problem === null && <GuidanceLine state={state} />}
      {state.kind === 'refused' && (
        <Notice
          tone="attention"
          title={t(`refused.${state.because}`)}
          action={state.because !== 'other_way' && <Button onPress={again}>{t('tryAgain')}</Button>}
        >
          <p>{t(`otherWay.${occasion}`)}</p>
        </Notice>
      )}
      {problem !== null && (
        <>
          <ErrorNotice error={problem} />
          <div>
            <Button onPress={again}>{t('tryAgain')}</Button>
          </div>
          <p>{t(`otherWay.${occasion}`)}</p>
        </>
      )}
      <p className={styles.soft}>{t('noPicture')}</p>
    </Dialog>
  );
}

function GuidanceLine({ state }: { state: Checking }) {
  const { t } = useTranslation(['onlineFace', 'face']);
  if (state.kind === 'refused' || state.kind === 'confirmed') return null;
  const words = () => {
    if (state.kind === 'comparing') return t('comparing');
    if (state.kind === 'turning')
      return state.direction === null ? t('straight') : t(`turn.${state.direction}`);
    return state.hint === null ? t('straight') : t(`hints.${state.hint}`, { ns: 'face' });
  };
  return (
    <p className={styles.guidance} role="status" data-turning={state.kind === 'turning'}>
      {words()}
    </p>
  );
}
