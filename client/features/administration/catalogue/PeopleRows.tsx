import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { OrderButtons } from './OrderButtons.tsx';
import styles from './Rows.module.css';

interface Row {
  personId: Id;
}

/** A person as rows name them. */
export interface Named {
  fullName: string;
  office: string;
}

interface PeopleRowsProps<R extends Row> {
  label: string;
  rows: readonly R[];
  nameOf: (personId: Id) => Named;
  onChange: (rows: R[]) => void;
  isReadOnly?: boolean;
  /** What the fields are, above them; each field is also labelled for those who listen. */
  heads?: readonly { text: string; className: string | undefined }[];
  /** The fields of a row beside the name. */
  children: (row: R, at: number) => ReactNode;
}

// A body of many hundreds stays quick to open; the rest comes on request.
const page = 50;

/** People in an order, each with a part to play. */
export function PeopleRows<R extends Row>(props: PeopleRowsProps<R>) {
  const { label, rows, nameOf, onChange, isReadOnly = false, heads = [], children } = props;
  const { t } = useTranslation('administration');
  const [limit, setLimit] = useState(page);
  if (rows.length === 0) return null;
  return (
    <div>
      {heads.length > 0 && (
        <div className={styles.heads} aria-hidden>
          {heads.map(({ text, className }) => (
            <span key={text} className={className}>
              {text}
            </span>
          ))}
        </div>
      )}
      <ol className={styles.rows} aria-label={label}>
        {rows.slice(0, limit).map((row, at) => {
          const { fullName, office } = nameOf(row.personId);
          return (
            <li key={row.personId} className={styles.row}>
              <span className={styles.number}>{at + 1}</span>
              <span className={styles.name}>
                {fullName}
                {office && <small>{office}</small>}
              </span>
              <div className={styles.fields}>{children(row, at)}</div>
              {!isReadOnly && (
                <OrderButtons name={fullName} list={rows} at={at} onChange={onChange} />
              )}
            </li>
          );
        })}
      </ol>
      {rows.length > limit && (
        <Button kind="quiet" onPress={() => setLimit(limit + page)}>
          {t('showMore', { ns: 'common' })} ({rows.length - limit})
        </Button>
      )}
    </div>
  );
}
