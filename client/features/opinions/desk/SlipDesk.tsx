import { useTranslation } from 'react-i18next';
import type { Slip, SlipRecipient } from '../../../../models/contracts/opinions.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { ProgressBar } from '../../../primitives/ProgressBar.tsx';
import { type Column, Table } from '../../../primitives/Table.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { Deadline } from '../Deadline.tsx';
import styles from './Desk.module.css';
import { DeskActs } from './DeskActs.tsx';
import { PaperToConfirm } from './PaperToConfirm.tsx';
import { SlipHead } from '../SlipHead.tsx';
import { SlipState } from '../SlipState.tsx';
import { numberOf } from '../slip-number.ts';

/** A slip that went out: who has answered, what came on paper, and how it ended. */
export function SlipDesk({ slip }: { slip: Slip }) {
  const { t } = useTranslation(['opinions', 'slips']);
  const { state, bodyName, title, deadline, entries } = slip;
  return (
    <>
      <PageHeader
        title={title}
        back={{ to: '/admin/slips', label: t('back') }}
        meta={
          <span className={styles.meta}>
            <span>
              {t('number', { ns: 'slips', ...numberOf(slip) })} · {bodyName}
            </span>
            <SlipState state={state} />
            {state === 'sent' && <Deadline at={deadline} />}
          </span>
        }
      />
      <div className={styles.desk}>
        {state === 'closed' && <Ended slip={slip} />}
        {state === 'withdrawn' && (
          <Notice tone="attention">
            {t('isWithdrawn', { reason: slip.withdrawReason ?? '' })}
          </Notice>
        )}
        {state === 'sent' && <DeskActs slip={slip} />}
        {state === 'sent' && entries.length > 0 && <PaperToConfirm slip={slip} />}
        <Progress slip={slip} />
        <SlipHead slip={slip} />
      </div>
    </>
  );
}

function Ended({ slip: { id, meetingId } }: { slip: Slip }) {
  const { t } = useTranslation('opinions');
  return (
    <Notice
      tone="success"
      title={t('closedToast')}
      action={
        <span className={styles.meta}>
          <Link to={`/slips/${id}/report`} kind="primary">
            {t('lookReport')}
          </Link>
          {meetingId !== null && (
            <Link to={`/meetings/${meetingId}`} kind="secondary">
              {t('seeMeeting')}
            </Link>
          )}
        </span>
      }
    >
      {t(meetingId === null ? 'awaitsMeeting' : 'onAgenda')}
    </Notice>
  );
}

function Progress({ slip }: { slip: Slip }) {
  const { t } = useTranslation('opinions');
  const { recipients } = slip;
  const answered = recipients.filter(({ answeredAt }) => answeredAt !== null).length;
  const text = t('progressText', { answered, recipients: recipients.length });
  return (
    <section className={styles.section}>
      <h2>{t('progress')}</h2>
      <ProgressBar
        label={t('progress')}
        value={answered}
        max={Math.max(recipients.length, 1)}
        text={text}
      />
      <Table
        label={t('progress')}
        columns={useColumns()}
        rows={recipients}
        rowKey={({ personId }) => personId}
        empty={<EmptyState title={t('waiting')} />}
      />
    </section>
  );
}

function useColumns(): readonly Column<SlipRecipient>[] {
  const { t } = useTranslation('opinions');
  const stateOf = ({ answeredAt, onPaper }: SlipRecipient) =>
    answeredAt === null ? t('waiting') : onPaper ? t('onPaper') : t('electronic');
  return [
    { id: 'name', header: t('name'), value: ({ fullName }) => fullName, width: '34%' },
    { id: 'office', header: t('office'), value: ({ office }) => office },
    {
      id: 'state',
      header: t('state'),
      value: stateOf,
      cell: (one) => (
        <StatusBadge meaning={one.answeredAt === null ? 'attention' : 'for'} look="plain">
          {stateOf(one)}
        </StatusBadge>
      ),
    },
    {
      id: 'at',
      header: t('answeredAt'),
      value: ({ answeredAt }) => answeredAt ?? '',
      cell: ({ answeredAt }) => (answeredAt === null ? '' : formatDateTime(answeredAt)),
    },
  ];
}
