import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { useTranslation } from 'react-i18next';
import { decidePaperAnswer } from '../../../../models/contracts/opinions-acts.ts';
import {
  type PaperAnswer,
  type Slip,
  getSlip,
  listSlips,
} from '../../../../models/contracts/opinions.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { useMe } from '../../../realtime/session.tsx';
import { GivenAnswers } from '../answer/AnswerGiven.tsx';
import styles from './Desk.module.css';
import { FileList } from '../SlipHead.tsx';

/** Answers from paper that a second person compares with their scans. */
export function PaperToConfirm({ slip }: { slip: Slip }) {
  const { t } = useTranslation('opinions');
  return (
    <section className={styles.section}>
      <h2>{t('toConfirm')}</h2>
      <ul className={styles.entries}>
        {slip.entries.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <Entry slip={slip} entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({ slip, entry }: { slip: Slip; entry: PaperAnswer }) {
  const { t } = useTranslation('opinions');
  const { personId } = useMe();
  const decide = useMutationRoute(decidePaperAnswer, { invalidates: [getSlip, listSlips] });
  const run = async (confirmed: boolean) => {
    try {
      const params = { slipId: slip.id, entryId: entry.id };
      await decide.mutateAsync({ params, body: { confirmed } });
      showToast(t(confirmed ? 'confirmed' : 'refused'));
    } catch {
      // Shown below.
    }
  };
  const { fullName, enteredBy, enteredAt, scan, answers } = entry;
  const isOwn = enteredBy.personId === personId;
  return (
    <>
      <h3>{fullName}</h3>
      <p className={styles.help}>
        {t('enteredBy', { name: enteredBy.fullName, when: formatDateTime(enteredAt) })}
      </p>
      <FileList slipId={slip.id} files={[scan]} />
      <GivenAnswers slip={slip} answers={answers} />
      {isOwn && <p className={styles.help}>{t('secondPerson')}</p>}
      <div className={styles.acts}>
        {!isOwn && (
          <Button kind="primary" icon={Check} onPress={() => run(true)}>
            {t('confirm')}
          </Button>
        )}
        <Button icon={X} onPress={() => run(false)}>
          {t('refuse')}
        </Button>
      </div>
      {decide.error && <ErrorNotice error={decide.error} />}
    </>
  );
}
