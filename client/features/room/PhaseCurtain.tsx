import { useTranslation } from 'react-i18next';
import { Button } from '../../primitives/Button.tsx';
import { ErrorNotice } from '../../primitives/ErrorNotice.tsx';
import { Notice } from '../../primitives/Notice.tsx';
import { AppError } from '../../../models/errors.ts';
import { useMediaFact } from '../../realtime/media/hooks.ts';
import type { MediaSession } from '../../realtime/media/media-state.ts';
import styles from './Room.module.css';

interface PhaseCurtainProps {
  session: MediaSession;
  onLeave: () => void;
}

/** What stands over the pictures while one is not properly in the room. */
export function PhaseCurtain({ session, onLeave }: PhaseCurtainProps) {
  const { t } = useTranslation('room');
  const phase = useMediaFact(session, (state) => state.phase);
  const code = useMediaFact(session, (state) => state.error);
  if (phase === 'joined' || phase === 'idle') return null;
  return (
    <div className={styles.curtain}>
      {phase === 'refused' ? (
        <ErrorNotice error={new AppError(code ?? 'internal')} />
      ) : (
        <Notice tone={phase === 'replaced' ? 'attention' : 'info'} title={t(`phases.${phase}`)}>
          <p>{t(`phaseHelp.${phase}`)}</p>
        </Notice>
      )}
      {(phase === 'refused' || phase === 'replaced') && (
        <div className={styles.buttons}>
          <Button kind="primary" onPress={() => session.start()}>
            {t('joinHere')}
          </Button>
          <Button onPress={onLeave}>{t('leave')}</Button>
        </div>
      )}
    </div>
  );
}
