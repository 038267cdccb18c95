import CircleCheck from 'lucide-react/icons/circle-check';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Icon } from '../../../primitives/Icon.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { cx } from '../../../primitives/cx.ts';
import { useRegistration } from './useRegistration.ts';
import styles from './Voter.module.css';

interface ReadyToVoteProps {
  poll: MyPoll;
  /** One line while all is well, where every line is dear. */
  isLine?: boolean;
}

/** Makes the person's browser ready for a verifiable secret ballot that is about to be opened, and says so; nothing for who has no vote. */
export function ReadyToVote({ poll, isLine = false }: ReadyToVoteProps) {
  const { t } = useTranslation('elections');
  const { readiness, error, retry } = useRegistration(poll);
  const { number, question } = poll;
  if (readiness === 'none') return null;
  const isWell = readiness === 'ready' || readiness === 'making';
  if (isLine && isWell)
    return (
      <p className={styles.readyLine} role="status">
        <Icon of={readiness === 'ready' ? CircleCheck : LoaderCircle} size="1em" />
        <span>
          {t(`voter.readiness.${readiness}`)} · {t('voter.readyForShort', { number })}
        </span>
      </p>
    );
  return (
    <div className={cx(styles.ready, isLine && styles.inRoom)}>
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
