import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Icon } from '../../../primitives/Icon.tsx';
import { cx } from '../../../primitives/cx.ts';
import styles from './Ballot.module.css';
import choiceStyles from './BallotChoices.module.css';
import { BallotProblem } from './BallotForm.tsx';
import { choiceIcons } from '../choice-icons.ts';
import { choicesOf } from './marks.ts';
import type { Ballot } from './useBallot.ts';
import { useChoiceWords } from '../useWords.ts';

/** A straw poll by a show of hands: one press is the answer. */
export function HandRaise({ poll, ballot }: { poll: MyPoll; ballot: Ballot }) {
  const { t } = useTranslation('ballot');
  const words = useChoiceWords();
  const { phase } = ballot;
  return (
    <div className={styles.form}>
      <div className={choiceStyles.choices} role="group" aria-label={t('choices')}>
        {choicesOf(poll.ruleSet).map((choice) => (
          <AriaButton
            key={choice}
            className={cx(choiceStyles.choice, choiceStyles[choice])}
            isDisabled={phase === 'sending'}
            onPress={() => void ballot.cast({ kind: 'motion', choice })}
          >
            <span className={choiceStyles.icon}>
              <Icon of={choiceIcons[choice]} size="1.5em" />
            </span>
            <span>{words(poll.ruleSet, choice)}</span>
          </AriaButton>
        ))}
      </div>
      <p className={styles.help} role="status">
        {phase === 'sending' ? t('sending') : t('raise')}
      </p>
      <BallotProblem poll={poll} ballot={ballot} />
    </div>
  );
}
