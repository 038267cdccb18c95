import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { FileField } from '../../../primitives/FileField.tsx';
import { Form, useSubmit } from '../../../primitives/Form.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { PasswordField } from '../../../primitives/PasswordField.tsx';
import type { Problems } from '../../../primitives/problems.ts';
import { type LockedKey, fileProblem, readKeyFile } from './locked-key.ts';
import styles from './Trustee.module.css';
import type { PartProps } from './parts.ts';

/** Opens the share with its passphrase: the one of this browser, or that of the file. */
export function UnlockShare({ share, election, place, pollId }: PartProps) {
  const { t } = useTranslation('elections');
  const [passphrase, setPassphrase] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [isByFile, setByFile] = useState(false);
  const [problem, setProblem] = useState<Problems | undefined>(undefined);
  const { kept } = share;
  const own = isByFile ? null : (kept?.locked ?? null);
  const wrong = (why: string, field = 'file') => setProblem({ fields: { [field]: why } });
  const unlock = async () => {
    setProblem(undefined);
    if (passphrase === '') return wrong(t('trustee.unlock.missing'), 'passphrase');
    const locked = own ?? (await readFrom(files[0]));
    if (locked === null)
      return wrong(t(files.length ? 'trustee.problem.file' : 'trustee.unlock.fileMissing'));
    const notFor = fileProblem(locked, { uuid: election.uuid, place, pollId });
    if (notFor !== null)
      return wrong(
        t(`trustee.problem.${notFor}`, {
          question: locked.question,
          place: locked.place,
          own: place,
        }),
      );
    const isOpen = await share.unlock(locked, passphrase);
    return isOpen ? undefined : wrong(t('trustee.problem.passphrase'), 'passphrase');
  };
  const { submit, isPending, problems } = useSubmit(unlock);
  const shown = problem ?? problems;
  const labels = {
    passphrase: t('trustee.unlock.passphrase'),
    file: t('trustee.unlock.file'),
  };
  return (
    <Form onSubmit={submit} problems={shown} labels={labels}>
      {election.task?.step !== 'decryption' && <p>{t('trustee.unlock.continue')}</p>}
      {own === null && (
        <>
          <FileField
            label={labels.file}
            description={t('trustee.unlock.fileHelp')}
            accept=".json,application/json"
            value={files}
            onChange={setFiles}
          />
          {shown.fields['file'] !== undefined && (
            <Notice tone="error">
              <p>{shown.fields['file']}</p>
            </Notice>
          )}
        </>
      )}
      <PasswordField
        name="passphrase"
        label={labels.passphrase}
        autoComplete="off"
        value={passphrase}
        onChange={setPassphrase}
      />
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
