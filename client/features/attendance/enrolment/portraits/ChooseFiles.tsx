import Download from 'lucide-react/icons/download';
import { type ChangeEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../primitives/Button.tsx';
import { Notice } from '../../../../primitives/Notice.tsx';
import { saveFile } from '../save-file.ts';
import { writeCsv } from './csv.ts';
import styles from './Import.module.css';
import type { PortraitList } from './list.ts';

interface ChooseFilesProps {
  isDisabled: boolean;
  list: PortraitList | null;
  files: readonly File[];
  onList: (file: File) => void;
  onFiles: (files: File[]) => void;
}

/** The list and the pictures; what was chosen is said in numbers. */
export function ChooseFiles({ isDisabled, list, files, onList, onFiles }: ChooseFilesProps) {
  const { t } = useTranslation('faces');
  const saveSample = () => saveFile(t('portraits.sampleName'), sample, 'text/csv');
  return (
    <>
      <FileInput
        label={t('portraits.list')}
        help={t('portraits.listHelp')}
        accept=".csv,text/csv"
        isDisabled={isDisabled}
        onChosen={([file]) => file && onList(file)}
      />
      <div>
        <Button kind="quiet" icon={Download} onPress={saveSample}>
          {t('portraits.sample')}
        </Button>
      </div>
      {list && <ListWords list={list} />}
      <FileInput
        label={t('portraits.folder')}
        isFolder
        isMultiple
        isDisabled={isDisabled}
        onChosen={onFiles}
      />
      <FileInput
        label={t('portraits.files')}
        accept="image/*"
        isMultiple
        isDisabled={isDisabled}
        onChosen={onFiles}
      />
      {files.length > 0 && <p role="status">{t('portraits.chosen', { count: files.length })}</p>}
    </>
  );
}

const sample = writeCsv([
  ['tep', 'nguoi', 'ban_ky', 'ngay'],
  ['nguyen-van-a-1.jpg', 'nguyen.van.a', 'HS 12/2026', '22/11/2026'],
  ['nguyen-van-a-2.jpg', 'nguyen.van.a', 'HS 12/2026', '22/11/2026'],
]);

function ListWords({ list: { missing, rows } }: { list: PortraitList }) {
  const { t } = useTranslation('faces');
  if (missing.length > 0)
    return (
      <Notice tone="error">
        {t('portraits.badList', { columns: missing.map((one) => columnNames[one]).join(', ') })}
      </Notice>
    );
  if (rows.length === 0) return <Notice tone="error">{t('portraits.emptyList')}</Notice>;
  return <p role="status">{t('portraits.rows', { count: rows.length })}</p>;
}

const columnNames = {
  file: 'tep (file)',
  person: 'nguoi (person)',
  proof: 'ban_ky (proof)',
  date: 'ngay (date)',
};

interface FileInputProps {
  label: string;
  help?: string;
  accept?: string;
  isFolder?: boolean;
  isMultiple?: boolean;
  isDisabled: boolean;
  onChosen: (files: File[]) => void;
}

function FileInput(props: FileInputProps) {
  const { label, help, accept, isFolder, isMultiple, isDisabled, onChosen } = props;
  const id = useId();
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    if (files.length > 0) onChosen(files);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {help && <p id={`${id}-help`}>{help}</p>}
      <input
        id={id}
        type="file"
        className={styles.input}
        accept={accept}
        multiple={isMultiple}
        disabled={isDisabled}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={chosen}
        {...(isFolder && { webkitdirectory: '' })}
      />
    </div>
  );
}
