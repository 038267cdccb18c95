// A table that CSS shows as cards loses its meaning in some browsers; the roles keep it.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import { SearchField } from './SearchField.tsx';
import { SkeletonLine } from './Skeleton.tsx';
import styles from './Table.module.css';
import { TableHead, TableSortMenu } from './TableHead.tsx';
import { type Column, type Sort, arrangeRows } from './table-rows.ts';
import { cx } from './cx.ts';

export type { Column, Sort } from './table-rows.ts';

export interface TableProps<Row> {
  /** What the table lists; read out. */
  label: string;
  columns: readonly Column<Row>[];
  /** `undefined` while they are loading. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Opens one record; the first column becomes the button for it, the whole row its target. */
  onOpen?: (row: Row) => void;
  /** The row that is open now. */
  openKey?: string | undefined;
  /** Shown instead of rows when there are none at all. */
  empty: ReactNode;
  /** Beside the filter: a switch, an export, an add button. */
  tools?: ReactNode;
  initialSort?: Sort;
  /** What the filter says; by default "Tìm trong bảng". `false` leaves it out. */
  filter?: string | false;
}

// Beyond this many rows people search; the rest waits behind a button, so that the page stays quick.
const page = 100;

/** A list of records: filter by typing, sort, open one. On a phone each row is a card. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowKey, onOpen, openKey, empty, tools, filter } = props;
  const { t } = useTranslation();
  const id = useId();
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<Sort | undefined>(props.initialSort);
  const [limit, setLimit] = useState(page);
  const found = useMemo(
    () => arrangeRows(rows ?? [], columns, query, sort),
    [rows, columns, query, sort],
  );
  if (rows?.length === 0) {
    return (
      <div className={styles.whole}>
        {tools && <div className={styles.tools}>{tools}</div>}
        {empty}
      </div>
    );
  }
  return (
    <div className={styles.whole}>
      <div className={styles.tools}>
        {filter !== false && (
          <SearchField label={filter ?? t('filter')} value={query} onChange={setQuery} />
        )}
        {found.length > 1 && <TableSortMenu columns={columns} sort={sort} onSort={setSort} />}
        <output className={styles.count}>
          {rows && t('filterFound', { count: found.length })}
        </output>
        {tools && <div className={styles.own}>{tools}</div>}
      </div>
      <table className={styles.table} role="table" aria-label={label} aria-busy={!rows} id={id}>
        <TableHead columns={columns} sort={sort} onSort={setSort} />
        <tbody role="rowgroup">
          {rows ? (
            found
              .slice(0, limit)
              .map((row) => (
                <TableRow
                  key={rowKey(row)}
                  row={row}
                  columns={columns}
                  isOpen={rowKey(row) === openKey}
                  {...(onOpen && { onOpen })}
                />
              ))
          ) : (
            <LoadingRows columns={columns.length} />
          )}
        </tbody>
      </table>
      {rows && found.length === 0 && (
        <EmptyState title={t('filterNothing', { query })}>{t('filterNothingHelp')}</EmptyState>
      )}
      {found.length > limit && (
        <div className={styles.more}>
          <span>{t('shownOf', { shown: limit, total: found.length })}</span>
          <Button onPress={() => setLimit(limit + page)}>{t('showMore')}</Button>
        </div>
      )}
    </div>
  );
}

interface TableRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  onOpen?: (row: Row) => void;
  isOpen: boolean;
}

function TableRow<Row>({ row, columns, onOpen, isOpen }: TableRowProps<Row>) {
  return (
    <tr role="row" className={cx(styles.row, onOpen && styles.opens, isOpen && styles.open)}>
      {columns.map((column, at) => {
        const content = column.cell ? column.cell(row) : String(column.value(row));
        return (
          <td
            key={column.id}
            role="cell"
            data-label={column.header}
            className={cx(column.align === 'end' && styles.end, content === '' && styles.blank)}
          >
            {at === 0 && onOpen ? (
              <button type="button" className={styles.opener} onClick={() => onOpen(row)}>
                {content}
              </button>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
}

const LoadingRows = ({ columns }: { columns: number }) =>
  Array.from({ length: 6 }, (_, row) => (
    <tr role="row" key={row} className={styles.row}>
      {Array.from({ length: columns }, (__, cell) => (
        <td role="cell" key={cell}>
          <SkeletonLine />
        </td>
      ))}
    </tr>
  ));
