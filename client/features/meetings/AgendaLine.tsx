import ListOrdered from 'lucide-react/icons/list-ordered';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { Icon } from '../../primitives/Icon.tsx';
import styles from './Agenda.module.css';

/** Where the meeting stands in its agenda, in one line. */
export function AgendaLine({ meeting: { agenda, currentAgendaItemId } }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const at = agenda.findIndex(({ id }) => id === currentAgendaItemId);
  const item = agenda[at];
  return (
    <span className={styles.now}>
      <Icon of={ListOrdered} />
      {item ? (
        <span>
          <span className={styles.soft}>
            {t('itemOf', { number: at + 1, total: agenda.length })}:
          </span>{' '}
          {item.title}
        </span>
      ) : (
        <span>{t('beforeAgenda')}</span>
      )}
    </span>
  );
}
