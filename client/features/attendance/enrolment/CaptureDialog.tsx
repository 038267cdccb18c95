import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { ProgressBar } from '../../../primitives/ProgressBar.tsx';
import { CameraNotice } from '../camera/CameraNotice.tsx';
import { Mirror } from '../camera/Mirror.tsx';
import { useCamera } from '../camera/useCamera.ts';
import styles from './Capture.module.css';
import type { CaptureSettings, CaptureState } from './capture.ts';
import { poses } from './poses.ts';
import { useCapture } from './useCapture.ts';

interface CaptureDialogProps {
  title: string;
  onClose: () => void;
  /** Takes the pictures; a refusal for their quality asks for some again. */
  send: CaptureSettings['send'];
  /** The pictures were taken and accepted. */
  onDone: () => void;
}

/** Guides through the poses, one line at a time, and takes the pictures by itself. */
export function CaptureDialog({ title, onClose, send, onDone }: CaptureDialogProps) {
  const { t } = useTranslation('face');
  const { video, ...camera } = useCamera();
  const { skipPose, again, ...capture } = useCapture(video, camera.state, send);
  const { step, taken, pose, hints, problem } = capture;
  useEffect(() => {
    if (step === 'done') onDone();
    // The page gives a new function with every render; this is one event.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [step]);
  const isTurn = step === 'looking' && pose !== 'straight' && hints.length === 0;
  return (
    <Dialog isOpen onClose={onClose} title={title} width="wide">
      <Mirror
        video={video}
        className={styles.stage}
        tone={hints.length > 0 ? 'attention' : taken > 0 ? 'good' : 'neutral'}
      >
        {isTurn && (
          <div className={styles.arrow} data-side={pose}>
            <Icon of={pose === 'left' ? ArrowLeft : ArrowRight} size="3rem" />
          </div>
        )}
      </Mirror>
      <CameraNotice camera={camera} />
      {step !== 'refused' && camera.state === 'on' && (
        <p className={styles.guidance} role="status">
          <Guidance {...capture} />
        </p>
      )}
      <ProgressBar
        label={t('progress')}
        value={taken}
        max={poses.length}
        text={`${taken}/${poses.length}`}
      />
      {step === 'refused' && (
        <>
          <ErrorNotice error={problem} />
          <div>
            <Button onPress={again}>{t('captureAgain')}</Button>
          </div>
        </>
      )}
      {isTurn && (
        <div>
          <Button kind="quiet" onPress={skipPose}>
            {t('cannotTurn')}
          </Button>
        </div>
      )}
      <p className={styles.text}>{t('noPicture')}</p>
    </Dialog>
  );
}

/** One line: what to better, else what to do now. */
function Guidance({ step, pose, hints, isRepeating }: CaptureState) {
  const { t } = useTranslation('face');
  const [hint] = hints;
  if (step === 'sending') return t('sending');
  if (step === 'done') return t('enrolled');
  if (hint !== undefined)
    return isRepeating ? `${t('repeat')} ${t(`hints.${hint}`)}` : t(`hints.${hint}`);
  return t(`poses.${pose}`);
}
