import Trash2 from 'lucide-react/icons/trash-2';
import { useTranslation } from 'react-i18next';
import { removeSlipFile } from '../../../../models/contracts/opinions-acts.ts';
import { type Slip, getSlip } from '../../../../models/contracts/opinions.ts';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { FileField } from '../../../primitives/FileField.tsx';
import { IconButton } from '../../../primitives/IconButton.tsx';
import { useMutationRoute } from '../../../realtime/queries.ts';
import styles from './Editor.module.css';
import { FileList } from '../SlipHead.tsx';
import { acceptedFiles, useAddFile } from '../useAddFile.ts';

/** The papers of a draft. */
export function SlipFilesField({ slip }: { slip: Slip }) {
  const { t } = useTranslation('opinions');
  const { chosen, isSending, error, add } = useAddFile(slip.id, 'paper');
  const remove = useMutationRoute(removeSlipFile, { invalidates: [getSlip] });
  return (
    <section className={styles.section}>
      <h2>{t('papers')}</h2>
      {slip.files.length > 0 && (
        <FileList
          slipId={slip.id}
          files={slip.files}
          act={({ id, name }) => (
            <IconButton
              icon={Trash2}
              label={t('removeFile', { name })}
              onPress={() => remove.mutate({ params: { slipId: slip.id, fileId: id } })}
            />
          )}
        />
      )}
      <FileField
        label={t('attach')}
        description={t('attachHelp')}
        takes="files"
        accept={acceptedFiles}
        value={isSending && chosen !== null ? [chosen] : []}
        onChange={(files) => void add(files)}
        isDisabled={isSending}
      />
      <p role="status" className={styles.help}>
        {isSending && chosen !== null && t('attaching', { name: chosen.name })}
      </p>
      {error !== null && <ErrorNotice error={error} />}
      {remove.error && <ErrorNotice error={remove.error} />}
    </section>
  );
}
