import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { IconButton } from '../../../primitives/IconButton.tsx';
import { NumberField } from '../../../primitives/NumberField.tsx';
import { Select } from '../../../primitives/Select.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import styles from './Editor.module.css';
import { type ItemRow, newItemRow } from './slip-form.ts';

interface SlipItemsFieldProps {
  items: readonly ItemRow[];
  onChange: (items: ItemRow[]) => void;
}

/** What the members are asked: one question or several. */
export function SlipItemsField({ items, onChange }: SlipItemsFieldProps) {
  const { t } = useTranslation('opinions');
  const change = (at: number, part: Partial<ItemRow>) =>
    onChange(items.map((row, place) => (place === at ? { ...row, ...part } : row)));
  return (
    <section className={styles.section}>
      <h2>{t('items')}</h2>
      <ol className={styles.items}>
        {items.map((row, at) => (
          <li key={row.rowKey} className={styles.item}>
            <div className={styles.itemHead}>
              <h3>{t('item', { number: at + 1 })}</h3>
              {items.length > 1 && (
                <IconButton
                  icon={Trash2}
                  label={t('removeItem', { number: at + 1 })}
                  onPress={() => onChange(items.filter((_, place) => place !== at))}
                />
              )}
            </div>
            <ItemFields row={row} at={at} change={(part) => change(at, part)} />
          </li>
        ))}
      </ol>
      <div>
        <Button icon={Plus} onPress={() => onChange([...items, newItemRow()])}>
          {t('addItem')}
        </Button>
      </div>
    </section>
  );
}

interface ItemFieldsProps {
  row: ItemRow;
  at: number;
  change: (part: Partial<ItemRow>) => void;
}

function ItemFields({ row, at, change }: ItemFieldsProps) {
  const { t } = useTranslation('opinions');
  const kinds = (['motion', 'choose'] as const).map((id) => ({ id, label: t(`kinds.${id}`) }));
  return (
    <>
      <TextField
        label={t('question')}
        name={`items.${at}.question`}
        rows={2}
        value={row.question}
        onChange={(question) => change({ question })}
      />
      <Select
        label={t('kind')}
        options={kinds}
        value={row.kind}
        onChange={(kind) => change({ kind })}
      />
      {row.kind === 'choose' && (
        <>
          <TextField
            label={t('options')}
            description={t('optionsHelp')}
            name={`items.${at}.paper.options`}
            rows={4}
            value={row.options}
            onChange={(options) => change({ options })}
          />
          <NumberField
            label={t('max')}
            name={`items.${at}.paper`}
            min={1}
            max={100}
            value={row.max}
            onChange={(max) => change({ max })}
          />
        </>
      )}
    </>
  );
}
