import Users from 'lucide-react/icons/users';
import { useMemo } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { useTranslation } from 'react-i18next';
import type { Floor } from '../../../models/contracts/floor.ts';
import type { Id } from '../../../models/ids.ts';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { cx } from '../../primitives/cx.ts';
import styles from './People.module.css';
import { PersonActs } from './PersonActs.tsx';
import { PersonWords } from './PersonWords.tsx';
import type { PersonRow } from './people.ts';

interface PeopleListProps {
  rows: readonly PersonRow[];
  floor: Floor | undefined;
  meetingId: Id;
  runs: boolean;
  /** Whether microphones and cameras are known here. */
  knowsMedia: boolean;
}

/** Pixels before a row is measured; rows differ, since offices are long and short. */
const layoutOptions = { estimatedRowSize: 84 };

/** Only the rows in sight exist, so that a thousand people scroll like ten. */
export function PeopleList({ rows, floor, meetingId, runs, knowsMedia }: PeopleListProps) {
  const { t } = useTranslation('people');
  const items = useMemo(() => rows.map((row) => ({ ...row, id: row.personId })), [rows]);
  if (rows.length === 0)
    return (
      <EmptyState icon={Users} title={t('nobody')}>
        {t('nobodyText')}
      </EmptyState>
    );
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      <GridList
        aria-label={t('list')}
        className={cx(styles.list)}
        style={{ height: `min(70dvh, ${rows.length * 5.5}rem)` }}
        items={items}
        dependencies={[floor, runs, knowsMedia]}
        keyboardNavigationBehavior="tab"
      >
        {(row) => (
          <GridListItem textValue={row.fullName} className={cx(styles.row)}>
            <PersonWords row={row} knowsMedia={knowsMedia} />
            {runs && (
              <PersonActs row={row} floor={floor} meetingId={meetingId} knowsMedia={knowsMedia} />
            )}
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  );
}
