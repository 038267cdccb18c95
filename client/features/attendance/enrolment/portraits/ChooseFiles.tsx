import Download from 'lucide-react/icons/download';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../primitives/Button.tsx';
import { FileField } from '../../../../primitives/FileField.tsx';
import { Notice } from '../../../../primitives/Notice.tsx';
import { saveFile } from '../../../../primitives/download.ts';
import { writeCsv } from './csv.ts';
import type { PortraitList } from './list.ts';

interface ChooseFilesProps {
  isDisabled: boolean;
  listFile: File | null;
  list: PortraitList | null;
  files: readonly File[];
  onList: (file: File) => void;
  onFiles: (files: File[]) => void;
}

/** The list and the pictures; what was chosen is said in numbers. */
export function ChooseFiles(props: ChooseFilesProps) {
  const { isDisabled, listFile, list, files, onList, onFiles } = props;
  const { t } = useTranslation('faces');
  const saveSample = () => saveFile(t('portraits.sampleName'), sample, 'text/csv');
  return (
    <>
      <FileField
        label={t('portraits.list')}
        description={t('portraits.listHelp')}
        accept=".csv,text/csv"
        value={listFile === null ? [] : [listFile]}
        isDisabled={isDisabled}
        onChange={([file]) => file && onList(file)}
      />
      <div>
        <Button kind="quiet" icon={Download} onPress={saveSample}>
          {t('portraits.sample')}
        </Button>
      </div>
      {list && <ListWords list={list} />}
      <FileField
        label={t('portraits.folder')}
        takes="folder"
        value={files.filter(isInFolder)}
        isDisabled={isDisabled}
        onChange={onFiles}
      />
      <FileField
        label={t('portraits.files')}
        takes="files"
        accept="image/*"
        value={files.filter((file) => !isInFolder(file))}
        isDisabled={isDisabled}
        onChange={onFiles}
      />
    </>
  );
}

const isInFolder = ({ webkitRelativePath }: File): boolean => webkitRelativePath !== '';

const sample = writeCsv([
  ['tep', 'nguoi', 'chuc_vu', 'ban_ky', 'ngay'],
  ['nguyen-van-a-1.jpg', 'nguyen.van.a', '', 'HS 12/2026', '22/11/2026'],
  ['nguyen-van-a-2.jpg', 'nguyen.van.a', '', 'HS 12/2026', '22/11/2026'],
  ['tran-thi-b.jpg', 'Trần Thị B', 'Giám đốc, Sở Tài chính', 'HS 13/2026', '22/11/2026'],
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
  office: 'chuc_vu (office)',
  proof: 'ban_ky (proof)',
  date: 'ngay (date)',
};
