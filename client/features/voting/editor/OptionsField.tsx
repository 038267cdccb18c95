import ClipboardList from 'lucide-react/icons/clipboard-list';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { useProblem } from '../../../primitives/problems.ts';
import styles from './Editor.module.css';
import { OptionLine } from './OptionLine.tsx';
import { mostOptions, namesIn, nextKey, withNames } from './names-list.ts';
import type { OptionRow, PollForm } from './poll-form.ts';
import { useMovingFocus } from './useMovingFocus.ts';

interface OptionsFieldProps {
  kind: PollForm['kind'];
  rows: readonly OptionRow[];
  onChange: (rows: OptionRow[]) => void;
}

/** Options, candidates or persons: typed, pasted, put in order. */
export function OptionsField({ kind, rows, onChange }: OptionsFieldProps) {
  const { t } = useTranslation('polls');
  const problem = useProblem('options', undefined);
  const [isPasting, setPasting] = useState(false);
  const { place, focusOn } = useMovingFocus(rows);
  const isOfPeople = kind === 'election' || kind === 'confidence';
  const isFull = rows.length >= mostOptions;
  const addAfter = (at: number) => {
    if (isFull) return;
    const key = nextKey(rows);
    focusOn(key);
    onChange(rows.toSpliced(at + 1, 0, { key, label: '', note: '' }));
  };
  const paste = (names: ReturnType<typeof namesIn>) => {
    onChange(withNames(rows, names));
    setPasting(false);
  };
  return (
    <fieldset ref={place} className={styles.options} data-field="options">
      <legend>{t(`editor.options.${kind}`)}</legend>
      <p className={styles.help}>{t('editor.optionsHelp')}</p>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.heads} aria-hidden>
        <span />
        <span className={styles.words}>
          <span>{t(isOfPeople ? 'editor.notePlace.name' : 'editor.notePlace.label')}</span>
          <span>{t('editor.notePlace.note')}</span>
        </span>
      </div>
      <ol className={styles.rows}>
        {rows.map((row, at) => (
          <OptionLine
            key={row.key}
            row={row}
            at={at}
            rows={rows}
            isOfPeople={isOfPeople}
            onChange={onChange}
            onEnter={() => addAfter(at)}
            onMoved={() => focusOn(row.key)}
            onPaste={(text) => paste(namesIn(text))}
          />
        ))}
      </ol>
      <div className={styles.tools}>
        <Button icon={Plus} onPress={() => addAfter(rows.length - 1)} isDisabled={isFull}>
          {t('editor.addOption')}
        </Button>
        <Button kind="quiet" icon={ClipboardList} onPress={() => setPasting(!isPasting)}>
          {t('editor.paste')}
        </Button>
      </div>
      {isPasting && <PasteList onDone={paste} />}
    </fieldset>
  );
}

function PasteList({ onDone }: { onDone: (names: ReturnType<typeof namesIn>) => void }) {
  const { t } = useTranslation('polls');
  const [text, setText] = useState('');
  const names = namesIn(text);
  return (
    <div className={styles.paste}>
      <TextField
        label={t('editor.pasteLabel')}
        description={t('editor.pasteHelp')}
        optional
        rows={6}
        value={text}
        onChange={setText}
      />
      <div>
        <Button onPress={() => onDone(names)}>
          {t('editor.pasteAct', { count: names.length })}
        </Button>
      </div>
    </div>
  );
}
