import LogIn from 'lucide-react/icons/log-in';
import LogOut from 'lucide-react/icons/log-out';
import Pencil from 'lucide-react/icons/pencil';
import { useTranslation } from 'react-i18next';
import {
  type RollEntry,
  type RollHistoryEntry,
  getRollHistory,
} from '../../../../models/contracts/attendance.ts';
import { isPresent } from '../../../../models/presence.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Sheet } from '../../../primitives/Sheet.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { useQueryRoute } from '../../../realtime/queries.ts';
import type { PresenceWords } from '../online/usePresenceWords.ts';
import { AttendanceBadge } from './AttendanceBadge.tsx';
import { EvidenceWords } from './EvidenceWords.tsx';
import styles from './RollDesk.module.css';
import type { RollActs } from './useRollActs.ts';

interface PersonSheetProps {
  meetingId: Id;
  entry: RollEntry;
  /** What came of asking whether they are there. */
  presence: PresenceWords | null;
  acts: RollActs;
  onCorrect: () => void;
  onClose: () => void;
}

/** One line of the roll: how it came about, every change before, and the secretary's hand on it. */
export function PersonSheet(props: PersonSheetProps) {
  const { meetingId, entry, presence, acts, onCorrect, onClose } = props;
  const { t } = useTranslation(['roll', 'onlineFace']);
  const { personId, fullName, office, organisationName, state } = entry;
  const act = async (to: 'left' | 'returned') => {
    await acts.correct([personId], to);
    onClose();
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={fullName}
      description={[office, organisationName].filter(Boolean).join(', ')}
      actions={
        <>
          {isPresent(state) && (
            <Button icon={LogOut} onPress={() => act('left')}>
              {t('leave')}
            </Button>
          )}
          {state === 'left' && (
            <Button icon={LogIn} onPress={() => act('returned')}>
              {t('return')}
            </Button>
          )}
          <Button kind="quiet" icon={Pencil} onPress={onCorrect}>
            {t('correct')}
          </Button>
        </>
      }
    >
      {presence && (
        <section className={styles.section}>
          <h3>{t('roll.column', { ns: 'onlineFace' })}</h3>
          <p>{presence.words}</p>
        </section>
      )}
      <section className={styles.section}>
        <h3>{t('history')}</h3>
        <History meetingId={meetingId} personId={personId} />
        <p className={styles.soft}>{t('historyHelp')}</p>
      </section>
    </Sheet>
  );
}

interface HistoryProps {
  meetingId: Id;
  personId: Id;
}

function History({ meetingId, personId }: HistoryProps) {
  const { t } = useTranslation('roll');
  const history = useQueryRoute(getRollHistory, { params: { meetingId, personId } });
  if (history.isError) return <ErrorState error={history.error} onRetry={history.refetch} />;
  if (history.data === undefined) return <Skeleton lines={3} />;
  const { items } = history.data;
  if (items.length === 0) return <p>{t('noHistory')}</p>;
  return (
    <ol className={styles.history}>
      {items.map((change) => (
        <Change key={change.id} change={change} />
      ))}
    </ol>
  );
}

const Change = ({ change }: { change: RollHistoryEntry }) => (
  <li className={styles.change}>
    <span className={styles.row}>
      <AttendanceBadge state={change.state} />
      <span className="nt-figures">
        {formatDateTime(change.restoredAt ?? change.at, { seconds: true })}
      </span>
    </span>
    {change.restoredAt !== null && <Restored at={change.at} by={change.restoredByName} />}
    <EvidenceWords evidence={change} />
  </li>
);

/** The line holds what it held before a correction that was taken back. */
function Restored({ at, by }: { at: string; by: string | null }) {
  const { t } = useTranslation('roll');
  const time = formatDateTime(at, { seconds: true });
  return <span>{by === null ? t('restored', { time }) : t('restoredBy', { time, name: by })}</span>;
}
