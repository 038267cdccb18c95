import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../../models/contracts/verdict.ts';
import type { Poll } from '../../../../models/contracts/voting.ts';
import { formatTime } from '../../../primitives/dates.ts';
import styles from './Verdict.module.css';
import { thresholdWords } from './verdict-words.ts';

interface VerdictBasisProps {
  poll: Poll;
  verdict: Verdict;
}

type Facts = readonly (readonly [term: string, value: string])[];

/** All that the verdict rests on, so that anyone can work it out again by hand. */
export function VerdictBasis({ poll, verdict }: VerdictBasisProps) {
  const { t } = useTranslation('verdict');
  const facts = [...useRollFacts(poll, verdict), ...useRuleFacts(poll, verdict), ...useTimes(poll)];
  return (
    <div>
      <h3 className={styles.heading}>{t('basis')}</h3>
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

function useRollFacts({ binding }: Poll, { members, voters, cast, quorum }: Verdict): Facts {
  const { t } = useTranslation('verdict');
  const { needed } = quorum;
  const reached = quorum.reached ? 'quorumReached' : 'quorumMissing';
  return [
    [t('members'), String(members)],
    [t('present'), String(quorum.present)],
    [t('quorum'), binding ? t(reached, { needed }) : t('quorumNone')],
    [t('voters'), String(voters)],
    [t('cast'), String(cast)],
  ];
}

function useRuleFacts({ ownRulesReason, binding }: Poll, verdict: Verdict): Facts {
  const { t } = useTranslation('verdict');
  const { denominator, needed, ruleSet, kind } = verdict;
  const { version, weighted, threshold } = ruleSet;
  const of = t(`of.${denominator.kind}`);
  const facts: [string, string][] = [
    [t('denominator'), t('denominatorValue', { of, size: denominator.size })],
  ];
  if (needed !== null)
    facts.push([
      t('needed'),
      t('neededValue', { needed, threshold: thresholdWords(t, threshold) }),
    ]);
  if (kind !== 'confidence' && binding) facts.push([t('tie'), t(`tieRule.${ruleSet.tie}`)]);
  if (weighted) facts.push([t('weights'), t('weighted')]);
  const rules =
    ownRulesReason === null
      ? t('ruleVersionValue', { version })
      : t('ruleOwn', { reason: ownRulesReason });
  return [...facts, [t('ruleVersion'), rules]];
}

function useTimes({ openedAt, closedAt, announcedAt }: Poll): Facts {
  const { t } = useTranslation('verdict');
  if (openedAt === null || closedAt === null) return [];
  const opened = formatTime(openedAt, { seconds: true });
  const closed = formatTime(closedAt, { seconds: true });
  const times: Facts = [[t('times'), t('timesValue', { opened, closed })]];
  if (announcedAt === null) return times;
  return [...times, [t('announced'), formatTime(announcedAt, { seconds: true })]];
}
