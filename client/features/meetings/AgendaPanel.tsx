import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import CircleDot from 'lucide-react/icons/circle-dot';
import ListOrdered from 'lucide-react/icons/list-ordered';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Meeting } from '../../../models/contracts/meetings.ts';
import type { Id } from '../../../models/ids.ts';
import { StatusBadge } from '../../primitives/Badge.tsx';
import { Button } from '../../primitives/Button.tsx';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { cx } from '../../primitives/cx.ts';
import { errorCodeOf, errorTitle } from '../../primitives/problems.ts';
import { showToast } from '../../primitives/toasts.ts';
import styles from './Agenda.module.css';
import { useMeeting } from '../../realtime/meeting.ts';
import { useRuns } from '../../realtime/runs.ts';
import { useMeetingActs } from './useMeetingActs.ts';

export interface AgendaPanelProps {
  meetingId: Id;
}

/** The agenda with the item that is being dealt with; those who run the meeting move it along. */
export function AgendaPanel({ meetingId }: AgendaPanelProps) {
  const { t } = useTranslation('meetings');
  const meeting = useMeeting(meetingId);
  if (meeting.data === undefined)
    return meeting.isError ? (
      <ErrorState title={t('loadFailed')} error={meeting.error} onRetry={meeting.refetch} />
    ) : (
      <Skeleton lines={4} />
    );
  return <Agenda meeting={meeting.data} />;
}

function Agenda({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const { id: meetingId, agenda, currentAgendaItemId, state } = meeting;
  const mayMove = useRuns(meeting) && state === 'open';
  const { moveTo } = useMeetingActs(meetingId);
  const at = agenda.findIndex(({ id }) => id === currentAgendaItemId);
  const move = async (to: number) => {
    const item = agenda[to];
    if (item === undefined) return;
    try {
      await moveTo.mutateAsync({ params: { meetingId }, body: { agendaItemId: item.id } });
      showToast(t('moved', { number: to + 1 }));
    } catch (error) {
      const code = errorCodeOf(error);
      showToast(errorTitle(code), { tone: 'error', detail: code });
    }
  };
  return (
    <section className={styles.agenda} aria-label={t('agenda')}>
      <div className={styles.head}>
        <h2>{t('agenda')}</h2>
        {mayMove && agenda.length > 0 && (
          <div className={styles.moves}>
            <Button kind="quiet" icon={ArrowUp} onPress={() => move(at - 1)} isDisabled={at <= 0}>
              {t('previous')}
            </Button>
            <Button
              icon={ArrowDown}
              onPress={() => move(at + 1)}
              isDisabled={at >= agenda.length - 1}
            >
              {t('next')}
            </Button>
          </div>
        )}
      </div>
      {agenda.length === 0 ? (
        <EmptyState icon={ListOrdered} title={t('agendaEmpty')}>
          {t('agendaEmptyText')}
        </EmptyState>
      ) : (
        <ol className={styles.items}>
          {agenda.map((item, index) => (
            <Item
              key={item.id}
              item={item}
              number={index + 1}
              isCurrent={index === at}
              {...(mayMove && index !== at && { onMove: () => move(index) })}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

interface ItemProps {
  item: AgendaItem;
  number: number;
  isCurrent: boolean;
  onMove?: () => unknown;
}

function Item({ item, number, isCurrent, onMove }: ItemProps) {
  const { t } = useTranslation('meetings');
  const { title, presenter, minutes } = item;
  const facts = [
    presenter && t('presenter', { name: presenter }),
    minutes > 0 && t('minutes', { count: minutes }),
  ].filter(Boolean);
  return (
    <li
      className={cx(styles.item, isCurrent && styles.current)}
      {...(isCurrent && { 'aria-current': 'step' })}
    >
      <span className={styles.number}>{number}</span>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {facts.length > 0 && <p className={styles.soft}>{facts.join(' · ')}</p>}
        {isCurrent && (
          <StatusBadge meaning="neutral" icon={CircleDot}>
            {t('currentItem')}
          </StatusBadge>
        )}
      </div>
      {onMove && (
        <Button kind="quiet" onPress={onMove}>
          {t('moveHere')}
          <span className="nt-hidden"> {number}</span>
        </Button>
      )}
    </li>
  );
}
