import CircleDashed from 'lucide-react/icons/circle-dashed';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../../models/contracts/verdict.ts';
import type { MyPoll, NamedBallot } from '../../../../models/contracts/voting.ts';
import { PersonTiles } from '../../../primitives/PersonTiles.tsx';
import { cx } from '../../../primitives/cx.ts';
import { VerdictChart } from './VerdictChart.tsx';
import { VerdictOutcome } from './VerdictHeadline.tsx';
import { choiceIcons } from '../choice-icons.ts';
import { groupBallots } from './ballot-groups.ts';
import { useChoiceWords } from '../useWords.ts';
import { useVerdictWords } from './useVerdictWords.ts';
import { isUnanimous } from './verdict-facts.ts';
import styles from './VerdictBoard.module.css';

/** More names than this cannot be read from the last row; each device shows them all. */
const mostNames = 28;

/** As many bars as a wall has room for; more than one word beside each would be too small. */
const mostBars = 5;
/** Below a question, or below the name of a count, there is room for fewer. */
const mostLiveBars = 4;

export interface VerdictBoardProps {
  poll: MyPoll;
}
type WithVerdict = VerdictBoardProps & { verdict: Verdict };

/** A result on a wall: outcome, figures, bars and, of a motion in an open vote, who chose what. Or the count so far. */
export function VerdictBoard({ poll }: VerdictBoardProps) {
  const { t } = useTranslation(['verdict', 'voting', 'ballot']);
  const { verdict, ballots, paper, number, binding, secrecy } = poll;
  if (verdict === null) return null;
  if (poll.state === 'open') return <SoFar poll={poll} verdict={verdict} />;
  const hasNames = ballots !== null && ballots.length <= mostNames && paper.kind === 'motion';
  const about = [
    t('number', { ns: 'voting', number }),
    !binding && t('straw', { ns: 'ballot' }),
    secrecy === 'secret' && t('secret', { ns: 'ballot' }),
  ].filter((word) => word !== false);
  return (
    <section className={styles.board} aria-label={t('region', { number })}>
      <div className={styles.head}>
        <h1 className={styles.outcome}>
          <VerdictOutcome poll={poll} verdict={verdict} />
        </h1>
        <p className={styles.soft}>{about.join(' · ')}</p>
      </div>
      <div className={cx(styles.top, paper.kind === 'motion' && styles.beside)}>
        <Words poll={poll} verdict={verdict} />
        <Bars
          poll={poll}
          verdict={verdict}
          most={paper.kind === 'ranked' ? mostLiveBars : mostBars}
        />
      </div>
      {hasNames && <Names poll={poll} ballots={ballots} />}
    </section>
  );
}

/** The count so far on a wall, below the question: bars alone. */
function SoFar({ poll, verdict }: WithVerdict) {
  const { t } = useTranslation('verdict');
  return (
    <section className={styles.live} aria-label={t('provisional')}>
      <p className={styles.soft}>{t('provisional')}</p>
      <Bars poll={poll} verdict={verdict} most={mostLiveBars} />
    </section>
  );
}

/** As many bars as there is room for, and how many are left to the screens of those who take part. */
function Bars({ poll, verdict, most }: WithVerdict & { most: number }) {
  const { t } = useTranslation('verdict');
  const { paper } = poll;
  const count = paper.kind === 'motion' ? 0 : paper.options.length - most;
  return (
    <div>
      <VerdictChart poll={poll} verdict={verdict} most={most} />
      {count > 0 && <p className={styles.soft}>{t('moreOnDevices', { count })}</p>}
    </div>
  );
}

function Words({ poll, verdict }: WithVerdict) {
  const { t } = useTranslation('verdict');
  const { headline, reason } = useVerdictWords()(poll, verdict);
  return (
    <div className={styles.words}>
      <p>{headline}</p>
      <p className={styles.soft}>{reason}</p>
      {poll.secrecy === 'secret' && isUnanimous(verdict) && (
        <p className={styles.soft}>{t('unanimous')}</p>
      )}
    </div>
  );
}

function Names({ poll, ballots }: { poll: MyPoll; ballots: readonly NamedBallot[] }) {
  const { t } = useTranslation('verdict');
  const choiceWords = useChoiceWords();
  const people = groupBallots(poll, ballots).flatMap(({ id, people: members }) =>
    members.map(({ personId, fullName }) => ({
      id: personId,
      fullName,
      ...(id === 'for' || id === 'against' || id === 'abstain'
        ? { tone: id, icon: choiceIcons[id], meaning: choiceWords(poll.ruleSet, id) }
        : { tone: 'neutral' as const, icon: CircleDashed, meaning: t('notVoted') }),
    })),
  );
  return <PersonTiles label={t('ballots')} people={people} />;
}
