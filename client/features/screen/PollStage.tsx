import Hand from 'lucide-react/icons/hand';
import Lock from 'lucide-react/icons/lock';
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../models/contracts/voting.ts';
import { EndsIn } from '../../primitives/EndsIn.tsx';
import { Icon } from '../../primitives/Icon.tsx';
import { cx } from '../../primitives/cx.ts';
import { useIsCounting } from '../../realtime/counting.ts';
import { useClockOffset } from '../../realtime/server-clock.ts';
import styles from './Screen.module.css';
import { textSize } from './stage.ts';

interface PollStageProps {
  poll: MyPoll;
  /** The count so far, where it is shown live. */
  children?: ReactNode;
}

/** The question, how long there is to answer it and how many have; or that the result is about to be announced. */
export function PollStage({ poll, children }: PollStageProps) {
  const { t } = useTranslation(['screen', 'elections']);
  const isCounting = useIsCounting(poll);
  const { question, state } = poll;
  const size = children ? 2.5 : textSize(question);
  return (
    <>
      <div className={styles.pollHead}>
        <Head poll={poll} />
        {children && <Ends poll={poll} />}
      </div>
      <h1 className={styles.text} style={{ fontSize: `${size}vw` }}>
        {question}
      </h1>
      {children}
      {!children && !isCounting && (
        <div className={styles.ends}>
          <Ends poll={poll} />
        </div>
      )}
      {isCounting && (
        <p className={styles.large}>{t('prepare.decrypting.title', { ns: 'elections' })}</p>
      )}
      {state === 'closed' && <p className={styles.large}>{t('counted')}</p>}
      <Turnout poll={poll} />
    </>
  );
}

function Ends({ poll: { state, endsAt } }: { poll: MyPoll }) {
  const { t } = useTranslation('screen');
  const offsetMs = useClockOffset();
  if (state !== 'open' || endsAt === null) return null;
  return <EndsIn endsAt={endsAt} offsetMs={offsetMs} label={t('voteTime')} />;
}

function Head({ poll: { number, binding, secrecy } }: { poll: MyPoll }) {
  const { t } = useTranslation('screen');
  return (
    <p className={styles.marks}>
      <span className={styles.soft}>{t('vote', { number })}</span>
      {!binding && (
        <span className={cx(styles.pollMark, styles.straw)}>
          <Icon of={Hand} size="1em" /> {t('straw')}
        </span>
      )}
      {secrecy === 'secret' && (
        <span className={styles.pollMark}>
          <Icon of={Lock} size="1em" /> {t('secret')}
        </span>
      )}
    </p>
  );
}

function Turnout({ poll: { cast, voters } }: { poll: MyPoll }) {
  const { t } = useTranslation('screen');
  const figures = t('of', { cast, voters });
  return (
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
  );
}
