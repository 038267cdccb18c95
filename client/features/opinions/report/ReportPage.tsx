import FileLock from 'lucide-react/icons/file-lock';
import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import FileText from 'lucide-react/icons/file-text';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  type SlipReport,
  getSlipReport,
  slipRecordFile,
  slipReportFile,
} from '../../../../models/contracts/opinions.ts';
import { addressOf } from '../../../../models/contracts/route.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Facts } from '../../../primitives/Facts.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { download } from '../../../primitives/download.ts';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { useMe } from '../../../realtime/session.tsx';
import styles from './Report.module.css';
import { ReportOutcomes } from './ReportOutcomes.tsx';
import { ReportViews } from './ReportViews.tsx';
import { FileList } from '../SlipHead.tsx';
import { numberOf } from '../slip-number.ts';

/** What came of a slip, in the order that offices use: in general, individual views, agreed, open. */
export function ReportPage() {
  const { t } = useTranslation(['opinions', 'slips']);
  const { isStaff } = useMe();
  const { slipId = '' } = useParams();
  const { data, error, refetch } = useQueryRoute(getSlipReport, { params: { slipId } });
  const back = isStaff
    ? { to: `/admin/slips/${slipId}`, label: t('admin') }
    : { to: '/slips', label: t('mine') };
  if (data === undefined)
    return (
      <>
        <PageHeader title={t('report')} back={back} />
        {error ? (
          <ErrorState error={error} title={t('loadFailed')} onRetry={refetch} />
        ) : (
          <Skeleton height={20} />
        )}
      </>
    );
  const file = (format: 'pdf' | 'xlsx') => () =>
    download(addressOf(slipReportFile, { slipId, format }));
  return (
    <>
      <PageHeader
        title={data.title}
        description={t('report')}
        back={back}
        meta={`${t('number', { ns: 'slips', ...numberOf(data) })} · ${data.bodyName}`}
        actions={
          <>
            <Button icon={FileText} onPress={file('pdf')}>
              {t('pdf')}
            </Button>
            <Button icon={FileSpreadsheet} onPress={file('xlsx')}>
              {t('xlsx')}
            </Button>
            <Button icon={FileLock} onPress={() => download(addressOf(slipRecordFile, { slipId }))}>
              {t('record')}
            </Button>
          </>
        }
      />
      <div className={styles.report}>
        <General report={data} />
        <ReportViews report={data} />
        <ReportOutcomes report={data} />
      </div>
    </>
  );
}

/** Of what is not told when there is none. */
const some = (count: number): string | null => (count > 0 ? String(count) : null);

function General({ report }: { report: SlipReport }) {
  const { t } = useTranslation('opinions');
  const { general, meetingId } = report;
  return (
    <section>
      <h2>{t('reportGeneral')}</h2>
      <Facts
        facts={[
          [t('grounds'), report.grounds],
          [t('sentAt'), formatDateTime(report.sentAt ?? '')],
          [t('deadline'), formatDateTime(report.deadline)],
          [t('closedAt'), formatDateTime(report.closedAt ?? '')],
          [t('members'), String(general.members)],
          [t('issued'), String(general.issued)],
          [t('returned'), String(general.returned)],
          [t('ways'), t('waysText', general)],
          [t('silent'), String(general.silent)],
          [t('deemedCount'), some(general.deemed)],
          [t('unconfirmed'), some(general.unconfirmed)],
        ]}
      />
      <p className={styles.help}>{t(`silence.${report.ruleSet.silence}`)}</p>
      {report.files.length > 0 && <FileList slipId={report.id} files={report.files} />}
      <p className={styles.help}>
        {meetingId === null ? t('awaitsMeeting') : t('onAgenda')}{' '}
        {meetingId !== null && <Link to={`/meetings/${meetingId}`}>{t('seeMeeting')}</Link>}
      </p>
    </section>
  );
}
