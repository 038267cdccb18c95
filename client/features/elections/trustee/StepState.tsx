import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import styles from './Trustee.module.css';
import type { PartProps } from './parts.ts';
import type { StepProblem } from './useSteps.ts';

/** How a step that runs by itself is getting on. */
export function StepState({ steps }: Pick<PartProps, 'steps'>) {
  const { t } = useTranslation(['elections', 'common']);
  const { doing, problem, run } = steps;
  if (problem !== null)
    return (
      <>
        <StepRefusal problem={problem} />
        <div className={styles.actions}>
          <Button onPress={run}>{t('retry', { ns: 'common' })}</Button>
        </div>
      </>
    );
  return (
    <p role="status">
      {t(doing === 'sending' ? 'trustee.sending' : 'trustee.working', { ns: 'elections' })}
    </p>
  );
}

/** Why a step was not done, and what to do about it. */
export function StepRefusal({ problem }: { problem: StepProblem }) {
  const { t } = useTranslation('elections');
  if (typeof problem === 'object') return <ErrorNotice error={problem.error} />;
  return (
    <Notice tone="error">
      <p>{t(`trustee.problem.${problem}`)}</p>
    </Notice>
  );
}
