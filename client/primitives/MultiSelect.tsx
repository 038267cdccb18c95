import CircleAlert from 'lucide-react/icons/circle-alert';
import X from 'lucide-react/icons/x';
import { useId, useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ListBox } from 'react-aria-components/ListBox';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './Field.tsx';
import fieldStyles from './Field.module.css';
import { Icon } from './Icon.tsx';
import styles from './MultiSelect.module.css';
import { EmptyOptions, type Option, OptionItem, optionText, optionsClass } from './Options.tsx';
import { SearchField } from './SearchField.tsx';
import { cx } from './cx.ts';
import { matchesQuery } from './fold.ts';
import { useProblem } from './problems.ts';

export interface MultiSelectProps<Id extends string> extends Omit<FieldProps, 'isDisabled'> {
  options: readonly Option<Id>[];
  /** In the order in which they were chosen. */
  value: readonly Id[];
  onChange: (value: Id[]) => void;
  /** What the search field says; by default that of people. */
  searchLabel?: string;
}

// A list longer than this is not read but searched.
const shownAtOnce = 100;

/** Several of many, such as the members of a body: a searchable list, and those chosen above it. */
export function MultiSelect<Id extends string>(props: MultiSelectProps<Id>) {
  const { label, description, optional, options, value, onChange, searchLabel } = props;
  const error = useProblem(props.name, props.error);
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const labelId = useId();
  const errorId = useId();
  const found = useMemo(
    () => options.filter((option) => matchesQuery(optionText(option), query)),
    [options, query],
  );
  const shown = found.slice(0, shownAtOnce);
  const choose = (keys: 'all' | Iterable<unknown>) => {
    const now = new Set(keys === 'all' ? shown.map(({ id }) => id) : keys);
    const visible = new Set<Id>(shown.map(({ id }) => id));
    // What the search hides stays chosen, whatever happens in the visible part of the list.
    const kept = value.filter((id) => !visible.has(id) || now.has(id));
    onChange([
      ...kept,
      ...shown.map(({ id }) => id).filter((id) => now.has(id) && !kept.includes(id)),
    ]);
  };
  return (
    <fieldset
      className={fieldStyles.field}
      aria-labelledby={labelId}
      aria-describedby={errorId}
      data-field={props.name}
    >
      <span id={labelId} className={fieldStyles.label}>
        {label}
        {optional && <span className={fieldStyles.optional}> ({t('optional')})</span>}
      </span>
      {description && <span className={fieldStyles.description}>{description}</span>}
      <Chosen label={label} options={options} value={value} onChange={onChange} />
      <div className={cx(styles.box, error && styles.invalid)}>
        <Autocomplete inputValue={query} onInputChange={setQuery} disableVirtualFocus>
          <SearchField label={searchLabel ?? t('findPerson')} />
          <ListBox
            aria-labelledby={labelId}
            className={cx(optionsClass, styles.list)}
            selectionMode="multiple"
            escapeKeyBehavior="none"
            selectedKeys={value}
            onSelectionChange={choose}
            items={shown}
            renderEmptyState={() => <EmptyOptions text={t('noMatches')} />}
          >
            {(option) => <OptionItem option={option} />}
          </ListBox>
        </Autocomplete>
        {found.length > shown.length && (
          <p className={styles.more}>{t('moreMatches', { count: found.length - shown.length })}</p>
        )}
      </div>
      {error && (
        <span id={errorId} className={fieldStyles.error}>
          <Icon of={CircleAlert} />
          {error}
        </span>
      )}
    </fieldset>
  );
}

type ChosenProps<Id extends string> = Pick<
  MultiSelectProps<Id>,
  'label' | 'options' | 'value' | 'onChange'
>;

function Chosen<Id extends string>({ label, options, value, onChange }: ChosenProps<Id>) {
  const { t } = useTranslation();
  const byId = useMemo(() => new Map(options.map((option) => [option.id, option])), [options]);
  if (value.length === 0) return null;
  const items = value.map((id) => ({ id, label: byId.get(id)?.label ?? id }));
  return (
    <TagGroup
      aria-label={`${label}: ${t('selectedCount', { count: value.length })}`}
      onRemove={(keys) => onChange(value.filter((id) => !keys.has(id)))}
    >
      <span className={styles.count}>{t('selectedCount', { count: value.length })}</span>
      <TagList className={cx(styles.tags)} items={items}>
        {(item) => (
          <Tag textValue={item.label} className={cx(styles.tag)}>
            {item.label}
            <AriaButton slot="remove" className={cx(styles.removeTag)}>
              <Icon of={X} size="1em" />
            </AriaButton>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}
