// A table that CSS shows as cards loses its meaning in some browsers; the roles keep it.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import ArrowUpDown from 'lucide-react/icons/arrow-up-down';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';
import styles from './Table.module.css';
import { type Column, type Sort, nextSort } from './table-rows.ts';
import { cx } from './cx.ts';

interface SortProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}

const arrows = { ascending: ArrowUp, descending: ArrowDown, none: ArrowUpDown };

/** The head stays in view; each heading sorts. */
export function TableHead<Row>({ columns, sort, onSort }: SortProps<Row>) {
  return (
    <thead role="rowgroup" className={styles.head}>
      <tr role="row">
        {columns.map((column) => {
          const direction = sort?.column === column.id ? sort.direction : 'none';
          return (
            <th
              key={column.id}
              role="columnheader"
              scope="col"
              aria-sort={column.isUnsortable ? undefined : direction}
              className={cx(column.align === 'end' && styles.end)}
              style={column.width ? { width: column.width } : undefined}
            >
              {column.isUnsortable ? (
                <span className={styles.heading}>{column.header}</span>
              ) : (
                <button
                  type="button"
                  className={cx(styles.heading, direction === 'none' && styles.unsorted)}
                  onClick={() => onSort(nextSort(sort, column.id))}
                >
                  {column.header}
                  <Icon of={arrows[direction]} size="1em" />
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Sorting where the head is not shown: on a phone. */
export function TableSortMenu<Row>({ columns, sort, onSort }: SortProps<Row>) {
  const { t } = useTranslation();
  const sortable = columns.filter((column) => !column.isUnsortable);
  const now = sortable.find(({ id }) => id === sort?.column);
  const state = now && sort ? `${now.header} (${t(sort.direction)})` : t('none');
  return (
    <div className={styles.sortMenu}>
      <Menu
        label={`${t('sortDirection')}: ${state}`}
        icon={ArrowUpDown}
        items={sortable.map((column) => ({
          id: column.id,
          label: t('sortBy', { column: column.header }),
          onAction: () => onSort(nextSort(sort, column.id)),
        }))}
      />
    </div>
  );
}
