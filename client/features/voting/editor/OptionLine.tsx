import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import X from 'lucide-react/icons/x';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../primitives/IconButton.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import styles from './Editor.module.css';
import { movedRow } from './moved-row.ts';
import type { OptionRow } from './poll-form.ts';

interface OptionLineProps {
  row: OptionRow;
  at: number;
  rows: readonly OptionRow[];
  isOfPeople: boolean;
  onChange: (rows: OptionRow[]) => void;
  /** Another line is wanted after this one. */
  onEnter: () => void;
  /** The line has changed its place and shall keep the focus. */
  onMoved: () => void;
  /** Several lines were pasted. */
  onPaste: (text: string) => void;
}

/** One option with its note; Enter adds another, Alt with an arrow moves it. */
export function OptionLine(props: OptionLineProps) {
  const { row, at, rows, isOfPeople, onChange, onEnter, onMoved, onPaste } = props;
  const { t } = useTranslation('polls');
  const number = at + 1;
  const change = (part: Partial<OptionRow>) =>
    onChange(rows.map((one) => (one.key === row.key ? { ...one, ...part } : one)));
  const move = (by: -1 | 1) => {
    onMoved();
    onChange(movedRow(rows, at, by));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onEnter();
    else if (event.altKey && event.key === 'ArrowUp') move(-1);
    else if (event.altKey && event.key === 'ArrowDown') move(1);
    else return;
    event.preventDefault();
  };
  const onPasteInto = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\n\t]/.test(text.trim())) return;
    event.preventDefault();
    onPaste(text);
  };
  return (
    <li
      className={styles.row}
      data-option={row.key}
      onKeyDownCapture={onKeyDown}
      onPasteCapture={onPasteInto}
    >
      <span className={styles.number}>{number}</span>
      <div className={styles.words}>
        <TextField
          label={`${t('editor.option', { number })}: ${t(isOfPeople ? 'editor.notePlace.name' : 'editor.notePlace.label')}`}
          isLabelHidden
          maxLength={200}
          value={row.label}
          onChange={(label) => change({ label })}
        />
        <TextField
          label={`${t('editor.note', { number })}: ${t('editor.notePlace.note')}`}
          isLabelHidden
          optional
          maxLength={200}
          value={row.note}
          onChange={(note) => change({ note })}
        />
      </div>
      <span className={styles.rowActs}>
        <IconButton
          icon={ArrowUp}
          size="small"
          label={t('editor.up', { number })}
          isDisabled={at === 0}
          onPress={() => move(-1)}
        />
        <IconButton
          icon={ArrowDown}
          size="small"
          label={t('editor.down', { number })}
          isDisabled={at === rows.length - 1}
          onPress={() => move(1)}
        />
        <IconButton
          icon={X}
          size="small"
          label={t('editor.remove', { number })}
          onPress={() => onChange(rows.filter(({ key }) => key !== row.key))}
        />
      </span>
    </li>
  );
}
