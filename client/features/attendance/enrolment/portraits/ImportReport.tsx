import Download from 'lucide-react/icons/download';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../../../primitives/Badge.tsx';
import { Button } from '../../../../primitives/Button.tsx';
import { Notice } from '../../../../primitives/Notice.tsx';
import { type Column, Table } from '../../../../primitives/Table.tsx';
import { saveFile } from '../../../../primitives/download.ts';
import { writeCsv } from './csv.ts';
import styles from './Import.module.css';
import { type LineResult, isGood } from './run.ts';
import type { ImportState } from './useImport.ts';

interface ImportReportProps {
  state: ImportState;
  results: readonly LineResult[];
}

/** What came of each line, those that went wrong first; as a file too. */
export function ImportReport({ state, results }: ImportReportProps) {
  const { t } = useTranslation('faces');
  const good = results.filter(isGood).length;
  const ordered = results.toSorted((one, other) => Number(isGood(one)) - Number(isGood(other)));
  const columns: Column<LineResult>[] = [
    { id: 'line', header: t('portraits.columns.line'), value: ({ line }) => line, align: 'end' },
    { id: 'file', header: t('portraits.columns.file'), value: ({ file }) => file },
    {
      id: 'person',
      header: t('portraits.columns.person'),
      value: ({ fullName, person }) => fullName ?? person,
    },
    {
      id: 'outcome',
      header: t('portraits.columns.outcome'),
      value: ({ outcome }) => t(`outcomes.${outcome}`),
      cell: (result) => (
        <div className={styles.outcome}>
          <StatusBadge meaning={isGood(result) ? 'for' : 'attention'}>
            {t(`outcomes.${result.outcome}`)}
          </StatusBadge>
        </div>
      ),
    },
    {
      id: 'samples',
      header: t('portraits.columns.samples'),
      value: ({ samples }) => samples ?? '',
      align: 'end',
    },
  ];
  const save = () =>
    saveFile(
      t('portraits.reportName'),
      writeCsv([
        columns.map(({ header }) => header),
        ...results.map((result) => columns.map(({ value }) => value(result))),
      ]),
      'text/csv',
    );
  const summary = t('portraits.summary', { good, bad: results.length - good });
  return (
    <>
      {state === 'stopped' && <Notice>{t('portraits.stopped')}</Notice>}
      {(state === 'finished' || state === 'finishedDry') && (
        <Notice tone="success" title={t(`portraits.${state}`, { count: results.length })}>
          <p>{summary}</p>
        </Notice>
      )}
      <Table
        label={t('portraits.report')}
        columns={columns}
        rows={ordered}
        rowKey={({ line }) => String(line)}
        empty={null}
        tools={
          <Button icon={Download} onPress={save} isDisabled={results.length === 0}>
            {t('portraits.saveReport')}
          </Button>
        }
      />
    </>
  );
}
