import LockOpen from 'lucide-react/icons/lock-open';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { ProgressBar } from '../../../primitives/ProgressBar.tsx';
import { StepRefusal } from './StepState.tsx';
import styles from './Trustee.module.css';
import { UnlockShare } from './UnlockShare.tsx';
import type { PartProps } from './parts.ts';

/** Voting is over: this browser adds the ballots up itself, and opens its part of the sum. */
export function DecryptPart(props: PartProps) {
  const { t } = useTranslation('elections');
  const { share, steps, work } = props;
  const { doing, problem, run } = steps;
  return (
    <>
      <h3>{t('trustee.decrypt.title')}</h3>
      <p>{t('trustee.decrypt.text')}</p>
      {problem !== null && <StepRefusal problem={problem} />}
      {share.secret === null ? (
        <UnlockShare {...props} />
      ) : (
        <div className={styles.actions}>
          <Button kind="primary" icon={LockOpen} onPress={run} isPending={doing !== null}>
            {t('trustee.decrypt.act')}
          </Button>
        </div>
      )}
      {doing === 'fetching' && <p role="status">{t('trustee.decrypt.fetching')}</p>}
      {doing === 'working' && work.progress && (
        <ProgressBar
          label={t('trustee.decrypt.checking')}
          value={work.progress.done}
          max={work.progress.total}
          text={`${work.progress.done}/${work.progress.total}`}
        />
      )}
      {doing === 'sending' && <p role="status">{t('trustee.sending')}</p>}
    </>
  );
}
