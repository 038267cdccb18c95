import FolderInput from 'lucide-react/icons/folder-input';
import Printer from 'lucide-react/icons/printer';
import ScanFace from 'lucide-react/icons/scan-face';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FaceEntry, listFaces } from '../../../../../models/contracts/face-desk.ts';
import type { ResponseOf } from '../../../../../models/contracts/route.ts';
import { StatusBadge } from '../../../../primitives/Badge.tsx';
import { Button } from '../../../../primitives/Button.tsx';
import { EmptyState } from '../../../../primitives/EmptyState.tsx';
import { ErrorState } from '../../../../primitives/ErrorState.tsx';
import { Link } from '../../../../primitives/Link.tsx';
import { Notice } from '../../../../primitives/Notice.tsx';
import { PageHeader } from '../../../../primitives/PageHeader.tsx';
import { type Column, Table } from '../../../../primitives/Table.tsx';
import { formatDate, formatDateTime } from '../../../../primitives/dates.ts';
import { useQueryRoute } from '../../../../realtime/queries.ts';
import { useMe } from '../../../../realtime/session.tsx';
import { ConsentPaper } from './ConsentPaper.tsx';
import styles from './Desk.module.css';
import { FaceSheet } from './FaceSheet.tsx';

type Faces = ResponseOf<typeof listFaces>;

const fewSamples = 3;
const soonMs = 60 * 24 * 3_600_000;

/** Whose face is enrolled; the desk where someone is enrolled in person; the way to the import. */
export function FacesPage() {
  const { t } = useTranslation('faces');
  const { systemRole } = useMe();
  const query = useQueryRoute(listFaces);
  const [openId, setOpenId] = useState<string | null>(null);
  const columns = useColumns();
  const faces = query.data;
  const open = faces?.items.find(({ personId }) => personId === openId);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            {systemRole === 'administrator' && (
              <Link to="/admin/faces/import" kind="secondary" icon={FolderInput}>
                {t('import')}
              </Link>
            )}
            <Button kind="quiet" icon={Printer} onPress={() => window.print()}>
              {t('printForm')}
            </Button>
          </>
        }
      />
      {query.isError && faces === undefined ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <>
          {faces && <Summary faces={faces} />}
          <Table
            label={t('title')}
            columns={columns}
            rows={faces?.items}
            rowKey={({ personId }) => personId}
            onOpen={({ personId }) => setOpenId(personId)}
            openKey={openId ?? undefined}
            empty={
              <EmptyState icon={ScanFace} title={t('emptyTitle')}>
                {t('emptyText')}
              </EmptyState>
            }
          />
        </>
      )}
      {faces && !open && (
        <ConsentPaper
          text={faces.consentText}
          termsDiffer={faces.items.some(({ term }) => term.bodyName !== null)}
        />
      )}
      {faces && open && <FaceSheet faces={faces} entry={open} onClose={() => setOpenId(null)} />}
    </>
  );
}

/** Who has to come again, and why: nothing of it shows by itself at the door. */
function Summary({ faces: { items, available, embedder } }: { faces: Faces }) {
  const { t } = useTranslation('faces');
  const [soon] = useState(() => new Date(Date.now() + soonMs).toISOString());
  const enrolled = items.filter(({ state }) => state === 'current');
  const outdated = items.filter(({ state }) => state === 'outdated').length;
  const few = enrolled.filter(({ samples }) => samples < fewSamples).length;
  const ending = items.filter(
    ({ state, retainUntil }) => state !== 'none' && retainUntil !== null && retainUntil < soon,
  ).length;
  return (
    <div className={styles.summary}>
      {!available && <Notice tone="attention">{t('unavailable')}</Notice>}
      {outdated > 0 && (
        <Notice tone="attention">{t('counts.outdated', { count: outdated })}</Notice>
      )}
      <p>
        {[
          t('counts.current', { count: enrolled.length }),
          few > 0 && t('counts.few', { count: few }),
          ending > 0 && t('counts.ending', { count: ending }),
          embedder !== null && t('embedder', { name: embedder }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}

const meanings = { none: 'neutral', current: 'for', outdated: 'attention' } as const;

function useColumns(): readonly Column<FaceEntry>[] {
  const { t } = useTranslation(['faces', 'face']);
  return [
    { id: 'name', header: t('columns.name'), value: ({ fullName }) => fullName },
    { id: 'office', header: t('columns.office'), value: ({ office }) => office },
    {
      id: 'organisation',
      header: t('columns.organisation'),
      value: ({ organisationName }) => organisationName ?? '',
    },
    {
      id: 'state',
      header: t('columns.state'),
      value: ({ state }) => t(`states.${state}`),
      cell: ({ state }) => (
        <StatusBadge meaning={meanings[state]}>{t(`states.${state}`)}</StatusBadge>
      ),
    },
    {
      id: 'samples',
      header: t('columns.samples'),
      value: ({ samples }) => samples,
      cell: ({ samples }) => (samples === 0 ? '' : String(samples)),
      align: 'end',
    },
    {
      id: 'enrolledAt',
      header: t('columns.enrolledAt'),
      value: ({ enrolledAt }) => enrolledAt ?? '',
      cell: ({ enrolledAt }) => (enrolledAt === null ? '' : formatDateTime(enrolledAt)),
    },
    {
      id: 'way',
      header: t('columns.way'),
      value: ({ way }) => (way === null ? '' : t(`face:ways.${way}`)),
    },
    {
      id: 'retainUntil',
      header: t('columns.retainUntil'),
      value: ({ retainUntil }) => retainUntil ?? '',
      cell: ({ retainUntil }) => (retainUntil === null ? '' : formatDate(retainUntil)),
    },
  ];
}
