import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type FaceTrace, getMyFaceTrace } from '../../../../models/contracts/face.ts';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { type Column, Table } from '../../../primitives/Table.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { useQueryRoute } from '../../../realtime/queries.ts';
import styles from './Enrolment.module.css';

/** Who did what with the data of the own face; nothing at all while there was nothing. */
export function FaceTraces() {
  const { t } = useTranslation('face');
  const traces = useQueryRoute(getMyFaceTrace);
  if (traces.isError) return <ErrorNotice error={traces.error} />;
  if (!traces.data || traces.data.items.length === 0) return null;
  const columns: Column<FaceTrace>[] = [
    {
      id: 'at',
      header: t('trace.at'),
      value: ({ at }) => at,
      cell: ({ at }) => <span className="nt-figures">{formatDateTime(at)}</span>,
      width: '11rem',
    },
    { id: 'what', header: t('trace.what'), value: (one) => inWords(one, t) },
    {
      id: 'who',
      header: t('trace.who'),
      value: ({ actorKind, actorName }) =>
        actorKind === 'system' ? t('trace.system') : actorName || t('trace.system'),
    },
  ];
  return (
    <div className={styles.consent}>
      <h3>{t('trace.title')}</h3>
      <p className={styles.text}>{t('trace.text')}</p>
      <Table
        label={t('trace.title')}
        columns={columns}
        rows={traces.data.items}
        rowKey={({ id }) => id}
        empty={null}
      />
    </div>
  );
}

/** An entry of the log in plain words. */
function inWords({ action, details, meeting }: FaceTrace, t: TFunction<'face'>): string {
  const at = meeting === null ? '' : t('trace.inMeeting', { meeting });
  switch (action) {
    case 'face.consented':
      return t('trace.consented');
    case 'face.enrolled':
      return t('trace.enrolled', { count: Number(details['samples'] ?? 0) });
    case 'face.deleted':
      return t('trace.deleted', { count: Number(details['deleted'] ?? 0) });
    case 'face.exported':
      return t('trace.exported');
    case 'face.accessed':
      return details['purpose'] === 'enrolment' ? t('trace.compared') : t('trace.opened') + at;
    case 'attendance.recorded':
      return t('trace.checkedIn') + at;
    default:
      return t('trace.other') + at;
  }
}
