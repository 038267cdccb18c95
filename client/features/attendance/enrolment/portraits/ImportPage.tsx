import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listFaces } from '../../../../../models/contracts/face-desk.ts';
import { Button } from '../../../../primitives/Button.tsx';
import { Checkbox } from '../../../../primitives/Checkbox.tsx';
import { ErrorState } from '../../../../primitives/ErrorState.tsx';
import { Notice } from '../../../../primitives/Notice.tsx';
import { PageHeader } from '../../../../primitives/PageHeader.tsx';
import { ProgressBar } from '../../../../primitives/ProgressBar.tsx';
import { useQueryRoute } from '../../../../realtime/queries.ts';
import { ChooseFiles } from './ChooseFiles.tsx';
import { ImportReport } from './ImportReport.tsx';
import styles from './Import.module.css';
import { type PortraitList, readList } from './list.ts';
import { useImport } from './useImport.ts';

/** Templates for many people from portraits on file; the whole of it runs in this browser. */
export function ImportPage() {
  const { t } = useTranslation('faces');
  const faces = useQueryRoute(listFaces);
  return (
    <>
      <PageHeader
        title={t('portraits.title')}
        description={t('portraits.text')}
        back={{ to: '/admin/faces', label: t('title') }}
      />
      {faces.isError && <ErrorState error={faces.error} onRetry={faces.refetch} />}
      {faces.data?.available === false && <Notice tone="attention">{t('unavailable')}</Notice>}
      {faces.data?.available && <Import version={faces.data.consentText.version} />}
    </>
  );
}

function Import({ version }: { version: string }) {
  const { t } = useTranslation('faces');
  const [chosen, setChosen] = useState<{ file: File; list: PortraitList } | null>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [isDry, setDry] = useState(true);
  const [isStated, setStated] = useState(false);
  const [isTried, setTried] = useState(false);
  const { state, results, start, stop } = useImport();
  const isRunning = state === 'running';
  const rows = chosen?.list.rows ?? [];
  const canStart = rows.length > 0 && files.length > 0 && (isDry || isStated);
  const begin = () => {
    setTried(true);
    if (canStart) start({ rows, files, isDry });
  };
  return (
    <div className={styles.page}>
      <ChooseFiles
        isDisabled={isRunning}
        files={files}
        listFile={chosen?.file ?? null}
        list={chosen?.list ?? null}
        onList={async (file) => setChosen({ file, list: readList(await file.text()) })}
        onFiles={setFiles}
      />
      <Checkbox
        label={t('portraits.dryRun')}
        value={isDry}
        onChange={setDry}
        isDisabled={isRunning}
      />
      {!isDry && (
        <Checkbox
          label={t('portraits.statement', { version })}
          value={isStated}
          onChange={setStated}
          isDisabled={isRunning}
          error={isTried && !isStated ? t('portraits.statementFirst') : undefined}
        />
      )}
      <div className={styles.acts}>
        {isRunning ? (
          <Button onPress={stop}>{t('portraits.stop')}</Button>
        ) : (
          <Button
            kind="primary"
            onPress={begin}
            isDisabled={rows.length === 0 || files.length === 0}
          >
            {t(isDry ? 'portraits.startDry' : 'portraits.start')}
          </Button>
        )}
      </div>
      {state !== 'idle' && (
        <ProgressBar
          label={t('portraits.progress')}
          value={results.length}
          max={rows.length}
          text={`${results.length}/${rows.length}`}
        />
      )}
      {state !== 'idle' && <ImportReport state={state} results={results} />}
    </div>
  );
}
