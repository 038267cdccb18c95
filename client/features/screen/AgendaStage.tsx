import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import styles from './Screen.module.css';

/** So many items are readable at once from the last row. */
const most = 7;

/** The agenda around the present item. */
export function AgendaStage({ meeting: { agenda, currentAgendaItemId } }: { meeting: Meeting }) {
  const { t } = useTranslation('screen');
  const at = agenda.findIndex(({ id }) => id === currentAgendaItemId);
  const first = Math.max(0, Math.min(at - 2, agenda.length - most));
  return (
    <>
      <h1 className={styles.soft}>{t('agenda')}</h1>
      <ol className={styles.agenda} start={first + 1}>
        {agenda.slice(first, first + most).map(({ id, title }, index) => (
          <li
            key={id}
            className={styles.agendaItem}
            {...(id === currentAgendaItemId && { 'aria-current': 'step' as const })}
          >
            <span className={styles.number}>{first + index + 1}</span>
            <span className={styles.agendaTitle}>{title}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
