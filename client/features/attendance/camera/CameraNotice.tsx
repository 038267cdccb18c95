import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import type { Camera } from './useCamera.ts';

/** Why there is no picture, and what to do. */
export function CameraNotice({ camera }: { camera: Omit<Camera, 'video'> }) {
  const { t } = useTranslation('face');
  if (camera.state === 'on' || camera.state === 'starting') return null;
  return (
    <Notice
      tone="attention"
      title={t(`camera.${camera.state}.title`)}
      action={<Button onPress={camera.restart}>{t('camera.again')}</Button>}
    >
      <p>{t(`camera.${camera.state}.text`)}</p>
    </Notice>
  );
}
