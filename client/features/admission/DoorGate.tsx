import Armchair from 'lucide-react/icons/armchair';
import DoorClosed from 'lucide-react/icons/door-closed';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdmissionState } from '../../../models/contracts/admission.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import { Link } from '../../primitives/Link.tsx';
import styles from './Door.module.css';
import { useAdmission } from './useAdmission.ts';

export interface DoorGateProps {
  meetingId: Id;
  /** Called once the door is open; whoever may come in at once sees nothing of it. */
  onInside: () => void;
  onCancel: () => void;
}

/** Stands before the online room: knocks, waits to be let in, and says why one may not come in. */
export function DoorGate({ meetingId, onInside, onCancel }: DoorGateProps) {
  const { t } = useTranslation('door');
  const { admission, again } = useAdmission(meetingId);
  const enter = useRef(onInside);
  useEffect(() => {
    enter.current = onInside;
  });
  const isInside = admission.state === 'inside';
  useEffect(() => {
    if (isInside) enter.current();
  }, [isInside]);
  if (admission.state === 'inside') return null;
  if (admission.state === 'knocking') return <Knocking />;
  return (
    <main className={styles.gate} aria-label={t('region')}>
      {admission.state === 'failed' ? (
        <ErrorState title={t('knockFailed')} error={admission.error} onRetry={again} />
      ) : (
        <Outside state={admission.state} />
      )}
      <div className={styles.buttons}>
        <Link to={`/meetings/${meetingId}?tab=votes`} kind="secondary">
          {t('toMeeting')}
        </Link>
        {(admission.state === 'declined' || admission.state === 'locked') && (
          <Button onPress={again}>{t('again')}</Button>
        )}
        <Button kind="quiet" onPress={onCancel}>
          {t('back')}
        </Button>
      </div>
    </main>
  );
}

function Outside({ state }: { state: Exclude<AdmissionState, 'inside'> }) {
  const { t } = useTranslation('door');
  return (
    <div className={styles.words} role="status">
      <span className={styles.sign}>
        <Icon of={state === 'waiting' ? Armchair : DoorClosed} size="2.5rem" />
      </span>
      <h1>{t(`state.${state}`)}</h1>
      <p>{t(`help.${state}`)}</p>
      <p className={styles.soft}>{t('meanwhile')}</p>
    </div>
  );
}

/** A quick answer needs no words: only a slow line gets to see that something is under way. */
const quietMs = 600;

function Knocking() {
  const { t } = useTranslation('door');
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className={styles.gate} aria-label={t('region')}>
      <p role="status">{isSlow && t('knocking')}</p>
    </main>
  );
}
