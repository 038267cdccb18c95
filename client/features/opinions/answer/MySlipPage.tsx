import FilePenLine from 'lucide-react/icons/file-pen-line';
import PencilLine from 'lucide-react/icons/pencil-line';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type MySlip, getMySlip } from '../../../../models/contracts/opinions.ts';
import { Button } from '../../../primitives/Button.tsx';
import { useNow } from '../../../primitives/Clock.tsx';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { isRefusal } from '../../../realtime/refusal.ts';
import { useClockOffset } from '../../../realtime/server-clock.ts';
import { useMe } from '../../../realtime/session.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { GivenAnswers, Recorded } from './AnswerGiven.tsx';
import { Deadline } from '../Deadline.tsx';
import styles from '../Slip.module.css';
import { SlipHead } from '../SlipHead.tsx';
import { SlipState } from '../SlipState.tsx';
import { remainingUntil } from '../remaining.ts';
import { useSlipAnswer } from './useSlipAnswer.ts';
import { useSlipNotices } from '../useSlipNotices.ts';
import { numberOf } from '../slip-number.ts';

/** One slip as one of its recipients answers it. */
export function MySlipPage() {
  const { t } = useTranslation(['opinions', 'slips']);
  const { slipId = '' } = useParams();
  useSlipNotices();
  const { data, error, refetch } = useQueryRoute(getMySlip, { params: { slipId } });
  const back = { to: '/slips', label: t('mine') };
  if (data === undefined)
    return (
      <>
        <PageHeader title={t('mine')} back={back} />
        {isRefusal(error, 'slip_not_yours') ? (
          <EmptyState icon={FilePenLine} title={t('noneMine')}>
            {t('noneMineText')}
          </EmptyState>
        ) : error ? (
          <ErrorState error={error} title={t('loadFailed')} onRetry={refetch} />
        ) : (
          <Skeleton height={20} />
        )}
      </>
    );
  return (
    <article className={styles.slip}>
      <PageHeader
        title={data.title}
        back={back}
        meta={
          <span className={styles.meta}>
            <span>
              {t('number', { ns: 'slips', ...numberOf(data) })} · {data.bodyName}
            </span>
            {data.state === 'sent' ? (
              <Deadline at={data.deadline} />
            ) : (
              <SlipState state={data.state} />
            )}
          </span>
        }
      />
      <SlipHead slip={data} />
      <Answer key={data.id} slip={data} />
    </article>
  );
}

function Answer({ slip }: { slip: MySlip }) {
  const { t } = useTranslation('opinions');
  const { personId } = useMe();
  const answer = useSlipAnswer(slip, personId);
  const isOver = remainingUntil(slip.deadline, useNow(useClockOffset())).unit === 'over';
  const { state, answers, receipt, onPaper } = slip;
  const takesAnswers = state === 'sent' && !isOver;
  return (
    <section className={styles.answer} aria-label={t('yourChoice')}>
      {receipt && <Recorded receipt={receipt} onPaper={onPaper} />}
      {takesAnswers && answer.isEditing ? (
        <AnswerForm slip={slip} answer={answer} />
      ) : (
        answers && <GivenAnswers slip={slip} answers={answers} />
      )}
      {takesAnswers && !answer.isEditing && (
        <div className={styles.send}>
          <div>
            <Button icon={PencilLine} size="large" onPress={answer.edit}>
              {t('change')}
            </Button>
          </div>
          <p className={styles.help}>{t('canChange')}</p>
        </div>
      )}
      {!takesAnswers && <Over slip={slip} />}
    </section>
  );
}

function Over({ slip: { id, state, answers, withdrawReason } }: { slip: MySlip }) {
  const { t } = useTranslation('opinions');
  if (state === 'withdrawn')
    return <Notice tone="attention">{t('isWithdrawn', { reason: withdrawReason ?? '' })}</Notice>;
  return (
    <Notice
      action={
        state === 'closed' && (
          <Link to={`/slips/${id}/report`} kind="secondary">
            {t('lookReport')}
          </Link>
        )
      }
    >
      {t('isOver')} {answers === null && t('noAnswer')}
    </Notice>
  );
}
