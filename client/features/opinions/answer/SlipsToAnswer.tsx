import { useTranslation } from 'react-i18next';
import { type MySlipSummary, listMySlips } from '../../../../models/contracts/opinions.ts';
import { Link } from '../../../primitives/Link.tsx';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { Deadline } from '../Deadline.tsx';
import styles from '../Slips.module.css';
import { useSlipNotices } from '../useSlipNotices.ts';
import { numberOf } from '../slip-number.ts';

export const waitsForAnswer = ({ state, answeredAt }: MySlipSummary): boolean =>
  state === 'sent' && answeredAt === null;

/** On the page of the day: the slips that wait for an answer, the most urgent first; nothing when none does. */
export function SlipsToAnswer() {
  const { t } = useTranslation('opinions');
  useSlipNotices();
  const waiting = useQueryRoute(listMySlips).data?.items.filter(waitsForAnswer) ?? [];
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="slips-to-answer" className={styles.toAnswer}>
      <h2 id="slips-to-answer">{t('toAnswer')}</h2>
      <SlipLines slips={waiting} />
    </section>
  );
}

/** Slips with one thing to do each. */
export function SlipLines({ slips }: { slips: readonly MySlipSummary[] }) {
  const { t } = useTranslation('opinions');
  const inOrder = slips.toSorted((a, b) => a.deadline.localeCompare(b.deadline));
  return (
    <ul className={styles.lines}>
      {inOrder.map((slip) => (
        <li key={slip.id} className={styles.line}>
          <span className={styles.lineWords}>
            <span className={styles.number}>
              {t('number', numberOf(slip))} · {slip.bodyName}
            </span>
            <strong className={styles.lineTitle}>{slip.title}</strong>
            <Deadline at={slip.deadline} />
          </span>
          <Link to={`/slips/${slip.id}`} kind={waitsForAnswer(slip) ? 'primary' : 'secondary'}>
            {t(waitsForAnswer(slip) ? 'answerNow' : 'look')}
          </Link>
        </li>
      ))}
    </ul>
  );
}
