import { useTranslation } from 'react-i18next';
import type { MyPoll, Verdict } from '../../../models/contracts/voting.ts';
import { formatTime } from '../../primitives/dates.ts';
import { thresholdWords } from './verdict-words.ts';
import styles from './Verdict.module.css';

interface VerdictBasisProps {
  poll: MyPoll;
  verdict: Verdict;
}

/** All that the verdict rests on, so that anyone can work it out again by hand. */
export function VerdictBasis({ poll, verdict }: VerdictBasisProps) {
  const { t } = useTranslation('voting');
  const { denominator, quorum, ruleSet, needed } = verdict;
  const of = t(`verdict.of.${denominator.kind}`);
  const facts: [string, string][] = [
    [t('verdict.members'), String(verdict.members)],
    [t('verdict.present'), String(verdict.present)],
    [
      t('verdict.quorum'),
      t(quorum.reached ? 'verdict.quorumReached' : 'verdict.quorumMissing', {
        needed: quorum.needed,
      }),
    ],
    [t('verdict.denominator'), t('verdict.denominatorValue', { of, size: denominator.size })],
    [
      t('verdict.needed'),
      t('verdict.neededValue', { needed, threshold: thresholdWords(t, ruleSet) }),
    ],
    [t('verdict.tie'), t(`verdict.tieRule.${ruleSet.tie}`)],
    [t('verdict.ruleVersion'), t('verdict.ruleVersionValue', { version: ruleSet.version })],
  ];
  if (poll.openedAt !== null && poll.closedAt !== null)
    facts.push([
      t('verdict.times'),
      t('verdict.timesValue', {
        opened: formatTime(poll.openedAt, { seconds: true }),
        closed: formatTime(poll.closedAt, { seconds: true }),
      }),
    ]);
  return (
    <div>
      <h3 className={styles.heading}>{t('verdict.basis')}</h3>
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <div key={term} className={styles.fact}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
