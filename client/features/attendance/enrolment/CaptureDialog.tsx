import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FaceStatus } from '../../../../models/contracts/face.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Dialog } from '../../../primitives/Dialog.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { ProgressBar } from '../../../primitives/ProgressBar.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useConnection } from '../../../realtime/provider.tsx';
import { CameraNotice } from '../camera/CameraNotice.tsx';
import { type CameraState, useCamera } from '../camera/useCamera.ts';
import { type CaptureProgress, captureFace, poses } from './capture.ts';
import styles from './Enrolment.module.css';

interface CaptureDialogProps {
  onClose: () => void;
  onEnrolled: (status: FaceStatus) => void;
}

const nothingYet: CaptureProgress = { taken: 0, hints: [] };

/** Guides through the poses, one line at a time; takes the pictures by itself. */
export function CaptureDialog({ onClose, onEnrolled }: CaptureDialogProps) {
  const { t } = useTranslation('face');
  const { video, ...camera } = useCamera();
  const { progress, problem, again } = useCapture(video, camera.state, onClose, onEnrolled);
  const pose = poses[Math.min(progress.taken, poses.length - 1)] ?? 'straight';
  const [hint] = progress.hints;
  return (
    <Dialog isOpen onClose={onClose} title={t('captureTitle')} width="wide">
      <div className={styles.stage}>
        <video ref={video} className={styles.video} muted playsInline />
        <div className={styles.oval} />
      </div>
      <CameraNotice camera={camera} />
      <p className={styles.guidance} role="status">
        {hint ? t(`hints.${hint}`) : t(`poses.${pose}`)}
      </p>
      <ProgressBar
        label={t('progress')}
        value={progress.taken}
        max={poses.length}
        text={`${progress.taken}/${poses.length}`}
      />
      {problem !== null && (
        <>
          <ErrorNotice error={problem} />
          <div>
            <Button onPress={again}>{t('captureAgain')}</Button>
          </div>
        </>
      )}
      <p className={styles.text}>{t('noPicture')}</p>
    </Dialog>
  );
}

function useCapture(
  video: RefObject<HTMLVideoElement | null>,
  state: CameraState,
  onClose: () => void,
  onEnrolled: (status: FaceStatus) => void,
) {
  const { t } = useTranslation('face');
  const connection = useConnection();
  const [progress, setProgress] = useState(nothingYet);
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (state !== 'on') return;
    let isCancelled = false;
    const run = async () => {
      const status = await captureFace({
        connection,
        video: () => video.current,
        onProgress: (next) => !isCancelled && setProgress(next),
        isCancelled: () => isCancelled,
      });
      if (status === null || isCancelled) return;
      onEnrolled(status);
      showToast(t('enrolled'));
      onClose();
    };
    run().catch((error: unknown) => !isCancelled && setProblem(error));
    return () => {
      isCancelled = true;
    };
    // The callbacks change with every render of the page; the capture is one act.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [state, attempt, connection]);
  const again = () => {
    setProblem(null);
    setProgress(nothingYet);
    setAttempt((count) => count + 1);
  };
  return { progress, problem, again };
}
