import { useTranslation } from 'react-i18next';
import type { SlipReport, SlipResult, SlipView } from '../../../../models/contracts/opinions.ts';
import { ChoiceBadge, StatusBadge } from '../../../primitives/Badge.tsx';
import { EmptyState } from '../../../primitives/EmptyState.tsx';
import { type Column, Table } from '../../../primitives/Table.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import styles from './Report.module.css';
import { marksWords } from '../marks-words.ts';

/** Who said what of each item. */
export function ReportViews({ report }: { report: SlipReport }) {
  const { t } = useTranslation('opinions');
  return (
    <section>
      <h2>{t('reportViews')}</h2>
      {report.results.map((result) => (
        <div key={result.key} className={styles.item}>
          <h3>
            {t('item', { number: result.key })}. {result.question}
          </h3>
          <Views result={result} />
        </div>
      ))}
    </section>
  );
}

function Views({ result }: { result: SlipResult }) {
  const { t } = useTranslation(['opinions', 'common']);
  const words = (view: SlipView) =>
    view.marks === null
      ? t(view.deemed ? 'deemed' : 'noReply')
      : marksWords(t, result, result.verdict.ruleSet, view.marks);
  const columns: readonly Column<SlipView>[] = [
    { id: 'name', header: t('name'), value: ({ fullName }) => fullName, width: '20%' },
    { id: 'office', header: t('office'), value: ({ office }) => office, width: '15%' },
    {
      id: 'choice',
      header: t('choice'),
      width: '17%',
      value: words,
      cell: (view) => <Choice view={view} words={words(view)} />,
    },
    {
      id: 'opinion',
      header: t('opinion'),
      value: ({ opinion }) => opinion,
      cell: ({ opinion }) => opinion && <span className={styles.words}>{opinion}</span>,
      width: '28%',
    },
    {
      id: 'at',
      header: t('ways'),
      value: ({ answeredAt }) => answeredAt ?? '',
      cell: ({ answeredAt, onPaper }) =>
        answeredAt === null
          ? ''
          : `${t(onPaper ? 'onPaper' : 'electronic')} · ${formatDateTime(answeredAt)}`,
    },
  ];
  return (
    <Table
      label={t('reportViews')}
      columns={columns}
      rows={result.views}
      rowKey={({ personId }) => personId}
      filter={false}
      empty={<EmptyState title={t('none')} />}
    />
  );
}

function Choice({ view: { marks, deemed }, words }: { view: SlipView; words: string }) {
  if (marks === null)
    return (
      <StatusBadge meaning={deemed ? 'attention' : 'neutral'} look="plain">
        {words}
      </StatusBadge>
    );
  return marks.kind === 'motion' ? <ChoiceBadge choice={marks.choice} /> : <span>{words}</span>;
}
