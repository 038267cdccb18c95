import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { useRegistration } from './useRegistration.ts';
import styles from './Voter.module.css';

/** Makes the person's browser ready for a verifiable secret ballot that is about to be opened, and says so; nothing for who has no vote. */
export function ReadyToVote({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation('elections');
  const { readiness, error, retry } = useRegistration(poll);
  const { number, question } = poll;
  if (readiness === 'none') return null;
  const isWell = readiness === 'ready' || readiness === 'making';
  return (
    <div className={styles.ready}>
      <Notice
        tone={isWell ? (readiness === 'ready' ? 'success' : 'info') : 'attention'}
        title={t(`voter.readiness.${readiness}`)}
        {...(readiness === 'failed' && {
          action: <Button onPress={retry}>{t('voter.retry')}</Button>,
        })}
      >
        <p>{t('voter.readyFor', { number, question })}</p>
        <p>{t(`voter.readinessText.${readiness}`)}</p>
      </Notice>
      {readiness === 'failed' && <ErrorNotice error={error} />}
    </div>
  );
}
