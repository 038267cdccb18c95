import { useTranslation } from 'react-i18next';
import styles from './Skeleton.module.css';

export interface SkeletonProps {
  /** How many lines of text will come. */
  lines?: number;
  /** Height in rem, for a block such as a picture; instead of lines. */
  height?: number;
}

/** Holds the place of content whose shape is known. */
export function Skeleton({ lines = 3, height }: SkeletonProps) {
  const { t } = useTranslation();
  return (
    <output className={styles.skeleton}>
      <span className="nt-hidden">{t('loading')}</span>
      {height === undefined ? (
        Array.from({ length: lines }, (_, line) => <span key={line} className={styles.line} />)
      ) : (
        <span className={styles.block} style={{ height: `${height}rem` }} />
      )}
    </output>
  );
}

/** One grey line, for a cell of a table. */
export const SkeletonLine = () => <span className={styles.line} />;
