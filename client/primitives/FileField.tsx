import FileUp from 'lucide-react/icons/file-up';
import FolderUp from 'lucide-react/icons/folder-up';
import { type ChangeEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import buttonStyles from './Button.module.css';
import fieldStyles from './Field.module.css';
import styles from './FileField.module.css';
import { Icon } from './Icon.tsx';
import { cx } from './cx.ts';

export interface FileFieldProps {
  label: string;
  description?: string;
  /** One file, several, or all of a folder. */
  takes?: 'file' | 'files' | 'folder';
  /** As the browser takes it, such as `.csv,text/csv`. */
  accept?: string;
  /** What is chosen now; the page holds it. */
  value: readonly File[];
  onChange: (files: File[]) => void;
  isDisabled?: boolean;
}

/** Chooses files from the machine, in the words of the page's language; files may be dropped on it too. */
export function FileField(props: FileFieldProps) {
  const { label, description, takes = 'file', accept, value, onChange, isDisabled } = props;
  const { t } = useTranslation();
  const id = useId();
  const [only, another] = value;
  const chosen =
    another === undefined
      ? (only?.name ?? t('none'))
      : t('fileChoice.chosen', { count: value.length });
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    // The same file again, corrected, is a choice too.
    target.value = '';
    if (files.length > 0) onChange(files);
  };
  return (
    <div className={fieldStyles.field}>
      <span className={fieldStyles.label} id={`${id}-label`}>
        {label}
      </span>
      {description && (
        <span className={fieldStyles.description} id={`${id}-help`}>
          {description}
        </span>
      )}
      <div className={styles.row}>
        <label
          className={cx(buttonStyles.button, buttonStyles.secondary, styles.choose)}
          data-disabled={isDisabled || undefined}
        >
          <Icon of={takes === 'folder' ? FolderUp : FileUp} />
          <span id={`${id}-act`}>{t(`fileChoice.${takes}`)}</span>
          <input
            type="file"
            className={styles.input}
            accept={accept}
            multiple={takes !== 'file'}
            disabled={isDisabled}
            aria-labelledby={`${id}-label ${id}-act`}
            aria-describedby={`${description ? `${id}-help ` : ''}${id}-chosen`}
            onChange={choose}
            {...(takes === 'folder' && { webkitdirectory: '' })}
          />
        </label>
        <output className={styles.chosen} id={`${id}-chosen`}>
          {chosen}
        </output>
      </div>
    </div>
  );
}
