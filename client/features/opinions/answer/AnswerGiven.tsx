import Copy from 'lucide-react/icons/copy';
import { useTranslation } from 'react-i18next';
import type { ItemAnswer, MySlip, SlipReceipt } from '../../../../models/contracts/opinions.ts';
import { ChoiceBadge } from '../../../primitives/Badge.tsx';
import { Done } from '../../../primitives/Done.tsx';
import { IconButton } from '../../../primitives/IconButton.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { showToast } from '../../../primitives/toasts.ts';
import styles from '../Slip.module.css';
import { SlipReceiptDetails } from './SlipReceiptDetails.tsx';
import { marksWords } from '../marks-words.ts';

/** That the answer stands in the record of the slip, since when, and how to find it there. */
export function Recorded({ receipt, onPaper }: { receipt: SlipReceipt; onPaper: boolean }) {
  const { t } = useTranslation('opinions');
  const { answeredAt, entryHash } = receipt;
  const when = formatDateTime(answeredAt, { seconds: true });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(entryHash);
      showToast(t('copied'));
    } catch {
      showToast(t('copyFailed'), { tone: 'attention', detail: entryHash });
    }
  };
  return (
    <div className={styles.recorded}>
      <Done size="title">{t(onPaper ? 'recordedOnPaper' : 'recorded', { when })}</Done>
      <p className={styles.receipt}>
        {t('receipt')} <code>{entryHash.slice(0, 12)}</code>
        <IconButton size="small" icon={Copy} label={t('copy')} onPress={copy} />
      </p>
      <SlipReceiptDetails receipt={receipt} />
    </div>
  );
}

/** What I answered, item by item. */
export function GivenAnswers({
  slip,
  answers,
}: {
  slip: Pick<MySlip, 'items' | 'ruleSet'>;
  answers: readonly ItemAnswer[];
}) {
  const { t } = useTranslation(['opinions', 'common']);
  return (
    <ol className={styles.given}>
      {slip.items.map((item) => {
        const answer = answers.find(({ key }) => key === item.key);
        if (answer === undefined) return null;
        const { marks, opinion } = answer;
        return (
          <li key={item.key} className={styles.item}>
            <p className={styles.itemNumber}>{t('item', { number: item.key })}</p>
            <p className={styles.question}>{item.question}</p>
            {marks.kind === 'motion' && slip.ruleSet.choices.words === null ? (
              <ChoiceBadge choice={marks.choice} />
            ) : (
              <p>{marksWords(t, item, slip.ruleSet, marks)}</p>
            )}
            {opinion && <p className={styles.words}>{opinion}</p>}
          </li>
        );
      })}
    </ol>
  );
}
