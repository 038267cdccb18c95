import { ProgressBar } from 'react-aria-components/ProgressBar';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { cx } from '../../primitives/cx.ts';
import styles from './Screen.module.css';
import { textSize } from './stage.ts';

/** The question, and how many have answered it; never how. */
export function PollStage({ poll: { number, question, cast, voters } }: { poll: MyPoll }) {
  const { t } = useTranslation('screen');
  const figures = t('of', { cast, voters });
  return (
    <>
      <p className={styles.soft}>{t('vote', { number })}</p>
      <h1 className={styles.text} style={{ fontSize: `${textSize(question)}vw` }}>
        {question}
      </h1>
      <ProgressBar
        className={cx(styles.progress)}
        aria-label={t('cast')}
        value={cast}
        maxValue={Math.max(voters, 1)}
        valueLabel={figures}
      >
        {({ percentage = 0 }) => (
          <>
            <span className={styles.progressWords}>
              <span>{t('cast')}</span>
              <span className={styles.figures}>{figures}</span>
            </span>
            <span className={styles.track}>
              <span className={styles.fill} style={{ inlineSize: `${percentage}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
    </>
  );
}
