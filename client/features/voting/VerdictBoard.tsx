import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import { useTranslation } from 'react-i18next';
import type { MyPoll, NamedBallot, Verdict } from '../../../models/contracts/voting.ts';
import { Icon } from '../../primitives/Icon.tsx';
import { PersonTiles } from '../../primitives/PersonTiles.tsx';
import { cx } from '../../primitives/cx.ts';
import { choiceIcons } from './BallotChoices.tsx';
import { VerdictChart } from './VerdictChart.tsx';
import { groupBallots } from './verdict-facts.ts';
import { verdictWords } from './verdict-words.ts';
import styles from './VerdictBoard.module.css';

/** More names than this cannot be read from the last row; each device shows them all. */
const mostNames = 28;

export interface VerdictBoardProps {
  poll: MyPoll;
}

/** A result on a wall: outcome, figures, bars and, as it is an open vote, who chose what. */
export function VerdictBoard({ poll }: VerdictBoardProps) {
  const { t } = useTranslation('voting');
  const { verdict, ballots } = poll;
  if (verdict === null) return null;
  return (
    <section className={styles.board} aria-label={t('verdict.region', { number: poll.number })}>
      <Outcome number={poll.number} verdict={verdict} />
      <div className={styles.top}>
        <Words verdict={verdict} />
        <VerdictChart verdict={verdict} />
      </div>
      {ballots && ballots.length <= mostNames && <Names ballots={ballots} />}
    </section>
  );
}

function Outcome({ number, verdict }: { number: number; verdict: Verdict }) {
  const { t } = useTranslation('voting');
  return (
    <div className={styles.head}>
      <h1 className={cx(styles.outcome, verdict.carried ? styles.carried : styles.missed)}>
        <Icon of={verdict.carried ? CircleCheck : CircleX} size="1em" />
        <span>{verdictWords(t, verdict).outcome}</span>
      </h1>
      <p className={styles.soft}>{t('number', { number })}</p>
    </div>
  );
}

function Words({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('voting');
  const { headline, reason } = verdictWords(t, verdict);
  return (
    <div className={styles.words}>
      <p>{headline}</p>
      <p className={styles.soft}>{reason}</p>
    </div>
  );
}

function Names({ ballots }: { ballots: readonly NamedBallot[] }) {
  const { t } = useTranslation(['voting', 'common']);
  const people = groupBallots(ballots).flatMap(({ group, people: members }) =>
    members.map(({ personId, fullName }) => ({
      id: personId,
      fullName,
      ...(group === 'notVoted'
        ? { tone: 'neutral' as const, icon: CircleDashed, meaning: t('verdict.notVoted') }
        : { tone: group, icon: choiceIcons[group], meaning: t(group, { ns: 'common' }) }),
    })),
  );
  return <PersonTiles label={t('verdict.ballots')} people={people} />;
}
