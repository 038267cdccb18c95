import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { FileField } from '../../../primitives/FileField.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { PasswordField } from '../../../primitives/PasswordField.tsx';
import { type LockedKey, fileProblem, readKeyFile } from './locked-key.ts';
import styles from './Trustee.module.css';
import type { PartProps } from './parts.ts';

/** Opens the share with its passphrase: the one of this browser, or that of the file. */
export function UnlockShare({ share, election, place, pollId }: PartProps) {
  const { t } = useTranslation('elections');
  const [passphrase, setPassphrase] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [isByFile, setByFile] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { kept } = share;
  const own = isByFile ? null : (kept?.locked ?? null);
  const unlock = async () => {
    setProblem(null);
    if (passphrase === '') return setProblem(t('trustee.unlock.missing'));
    const locked = own ?? (await readFrom(files[0]));
    if (locked === null)
      return setProblem(t(files.length ? 'trustee.problem.file' : 'trustee.unlock.fileMissing'));
    const notFor = fileProblem(locked, { uuid: election.uuid, place, pollId });
    if (notFor !== null)
      return setProblem(
        t(`trustee.problem.${notFor}`, {
          question: locked.question,
          place: locked.place,
          own: place,
        }),
      );
    const isOpen = await share.unlock(locked, passphrase);
    return isOpen ? undefined : setProblem(t('trustee.problem.passphrase'));
  };
  const { submit, isPending, problems } = useSubmit(unlock);
  return (
    <Form onSubmit={submit} problems={problems}>
      {election.task?.step !== 'decryption' && <p>{t('trustee.unlock.continue')}</p>}
      {own === null && (
        <FileField
          label={t('trustee.unlock.file')}
          description={t('trustee.unlock.fileHelp')}
          accept=".json,application/json"
          value={files}
          onChange={setFiles}
        />
      )}
      <PasswordField
        label={t('trustee.unlock.passphrase')}
        autoComplete="off"
        value={passphrase}
        onChange={setPassphrase}
      />
      {/* Not under a field, from where it would go when the field is left, and move the button away from the pointer. */}
      {problem !== null && (
        <Notice tone="error">
          <p>{problem}</p>
        </Notice>
      )}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" isPending={isPending}>
          {t('trustee.unlock.act')}
        </Button>
        {isPending && <span role="status">{t('trustee.unlock.working')}</span>}
        {own !== null && (
          <Button kind="quiet" onPress={() => setByFile(true)}>
            {t('trustee.unlock.otherFile')}
          </Button>
        )}
      </div>
    </Form>
  );
}

async function readFrom(file: File | undefined): Promise<LockedKey | null> {
  // A key file has less than a kilobyte; what is larger is none, and is not read.
  if (file === undefined || file.size > 100_000) return null;
  return readKeyFile(await file.text());
}
