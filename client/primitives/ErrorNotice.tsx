import { useTranslation } from 'react-i18next';
import { Notice } from './Notice.tsx';
import { errorCodeOf, errorReference, errorTitle } from './problems.ts';
import styles from './ErrorState.module.css';

/** A refusal inside a page or dialog, in the words of the taxonomy, with its code small below. */
export function ErrorNotice({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <Notice tone="error">
      <p>{errorTitle(errorCodeOf(error))}</p>
      <p className={styles.code}>{t('errorCode', { code: errorReference(error) })}</p>
    </Notice>
  );
}
