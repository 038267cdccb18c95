import { useTranslation } from 'react-i18next';
import type { NamedBallot, Poll } from '../../../../models/contracts/voting.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { levelIcons } from '../ballot/ConfidenceFields.tsx';
import styles from './Verdict.module.css';
import { type BallotGroup, type GroupId, groupBallots, groupLevels } from './ballot-groups.ts';
import { namesOf, optionsOf, rankingIn } from '../ballot/marks.ts';
import { useChoiceWords } from '../useWords.ts';

interface NamedBallotsProps {
  poll: Poll;
  ballots: readonly NamedBallot[];
}

/** Each member's choice, as it is an open vote; those who sent none come last. */
export function NamedBallots({ poll, ballots }: NamedBallotsProps) {
  const { t } = useTranslation('verdict');
  return (
    <div>
      <h3 className={styles.heading}>{t('ballots')}</h3>
      {poll.paper.kind === 'confidence' ? (
        optionsOf(poll.paper).map(({ key, label }) => (
          <section key={key} className={styles.judged}>
            <h4>{label}</h4>
            <Groups poll={poll} groups={groupLevels(key, ballots)} />
          </section>
        ))
      ) : (
        <Groups poll={poll} groups={groupBallots(poll, ballots)} />
      )}
    </div>
  );
}

function Groups({ poll, groups }: { poll: Poll; groups: readonly BallotGroup[] }) {
  return (
    <div className={styles.groups}>
      {groups.map(({ id, people }) => (
        <section key={id} className={styles.group}>
          <p className={styles.groupHead}>
            <GroupName poll={poll} id={id} />
            <span className="nt-figures">{people.length}</span>
          </p>
          <ul className={styles.people}>
            {people.map((ballot) => (
              <li key={ballot.personId}>
                {ballot.fullName}
                {ballot.office && <span className={styles.office}>, {ballot.office}</span>}
                <Beside poll={poll} ballot={ballot} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const levelMeanings = { high: 'for', medium: 'abstain', low: 'against' } as const;

function GroupName({ poll: { paper, ruleSet }, id }: { poll: Poll; id: GroupId }) {
  const { t } = useTranslation(['verdict', 'ballot']);
  const choiceWords = useChoiceWords();
  if (id === 'notVoted' || id === 'blank')
    return <StatusBadge meaning="neutral">{t(id)}</StatusBadge>;
  if (typeof id === 'number') return <strong>{namesOf(paper, [id])[0]}</strong>;
  if (id === 'high' || id === 'medium' || id === 'low')
    return (
      <StatusBadge meaning={levelMeanings[id]} icon={levelIcons[id]}>
        {t(`levels.${id}`, { ns: 'ballot' })}
      </StatusBadge>
    );
  return <StatusBadge meaning={id}>{choiceWords(ruleSet, id)}</StatusBadge>;
}

/** What sets this ballot apart: further preferences, by whose hand it came, its weight, a late place on the roll. */
function Beside({ poll, ballot }: { poll: Poll; ballot: NamedBallot }) {
  const { t } = useTranslation('verdict');
  const { marks, weight, castBy, entered, addedLate } = ballot;
  const others = namesOf(poll.paper, rankingIn(marks).slice(1));
  const facts = [
    others.length > 0 && t('thenRanked', { names: others.join(', ') }),
    weight > 1 && t('weight', { weight }),
    castBy && t('by', { name: castBy.fullName }),
    entered && t('entered', { by: entered.by.fullName, confirmedBy: entered.confirmedBy.fullName }),
    addedLate && t('late'),
  ].filter((fact) => typeof fact === 'string');
  if (facts.length === 0) return null;
  return <span className={styles.beside}>{facts.join(' · ')}</span>;
}
