import FileText from 'lucide-react/icons/file-text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Slip, type SlipFile, slipFile } from '../../../models/contracts/opinions.ts';
import { addressOf } from '../../../models/contracts/route.ts';
import { currentLanguage } from '../../locales/index.ts';
import { DownloadLink } from '../../primitives/DownloadLink.tsx';
import { Notice } from '../../primitives/Notice.tsx';
import styles from './Slip.module.css';

interface SlipHeadProps {
  slip: Pick<Slip, 'id' | 'grounds' | 'files' | 'ruleSet' | 'extendReason'>;
}

/** What a slip is about: by whose decision, the papers, and how it is counted. */
export function SlipHead({ slip }: SlipHeadProps) {
  const { t } = useTranslation('opinions');
  const { grounds, files, ruleSet, extendReason } = slip;
  return (
    <div className={styles.head}>
      {extendReason !== null && <Notice>{t('isExtended', { reason: extendReason })}</Notice>}
      <section aria-labelledby="grounds">
        <h2 id="grounds">{t('grounds')}</h2>
        <p className={styles.grounds}>{grounds}</p>
      </section>
      <section aria-labelledby="papers">
        <h2 id="papers">{t('papers')}</h2>
        {files.length === 0 ? (
          <p className={styles.help}>{t('noPapers')}</p>
        ) : (
          <FileList slipId={slip.id} files={files} />
        )}
      </section>
      <section aria-labelledby="counted">
        <h2 id="counted">{t('howCounted')}</h2>
        <p className={styles.help}>
          {t('majority')} {t(`silence.${ruleSet.silence}`)}
        </p>
      </section>
    </div>
  );
}

interface FileListProps {
  slipId: string;
  files: readonly SlipFile[];
  /** Something to do with each. */
  act?: (file: SlipFile) => ReactNode;
}

export function FileList({ slipId, files, act }: FileListProps) {
  const { t } = useTranslation('opinions');
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <DownloadLink href={addressOf(slipFile, { slipId, fileId: file.id })} icon={FileText}>
            <span>{file.name}</span>
            <span className={styles.size}>
              {file.size < 1e6
                ? t('smallPaperSize', { size: Math.ceil(file.size / 1e3) })
                : t('paperSize', { size: megabytes(file.size) })}
            </span>
          </DownloadLink>
          {act?.(file)}
        </li>
      ))}
    </ul>
  );
}

/** With one decimal. */
const megabytes = (bytes: number): string =>
  (bytes / 1e6).toLocaleString(currentLanguage(), { maximumFractionDigits: 1 });
