import Plus from 'lucide-react/icons/plus';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { NumberField } from '../../../primitives/NumberField.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { OrderButtons } from '../catalogue/OrderButtons.tsx';
import styles from './Meetings.module.css';
import { type AgendaRow, type MeetingForm, minutesOf, newAgendaRow } from './meeting-form.ts';

interface AgendaEditorProps {
  draft: MeetingForm;
  isDisabled: boolean;
  onChange: (agenda: AgendaRow[]) => void;
}

/** The order of business: what, who presents it, how long. */
export function AgendaEditor({ draft, isDisabled, onChange }: AgendaEditorProps) {
  const { t } = useTranslation('planning');
  const { agenda } = draft;
  const { planned, length } = minutesOf(draft);
  const change = (at: number, part: Partial<AgendaRow>) =>
    onChange(agenda.map((row, place) => (place === at ? { ...row, ...part } : row)));
  return (
    <section className={styles.section}>
      <h3>{t('meetings.agenda')}</h3>
      <p className={styles.help}>
        {agenda.length === 0
          ? t('meetings.agendaEmpty')
          : length === null
            ? t('meetings.minutesPlanned', { planned })
            : t('meetings.minutesPlannedOf', { planned, length })}
      </p>
      {agenda.length > 0 && (
        <ol className={styles.items}>
          {agenda.map((row, at) => (
            <li key={row.key} className={styles.item}>
              <div className={styles.itemHead}>
                <h4>{t('meetings.itemNumber', { number: at + 1 })}</h4>
                {!isDisabled && (
                  <OrderButtons
                    name={t('meetings.itemNumber', { number: at + 1 })}
                    list={agenda}
                    at={at}
                    onChange={onChange}
                  />
                )}
              </div>
              <ItemFields
                row={row}
                at={at}
                isDisabled={isDisabled}
                change={(part) => change(at, part)}
              />
            </li>
          ))}
        </ol>
      )}
      {!isDisabled && (
        <div>
          <Button icon={Plus} onPress={() => onChange([...agenda, newAgendaRow()])}>
            {t('meetings.addItem')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface ItemFieldsProps {
  row: AgendaRow;
  at: number;
  isDisabled: boolean;
  change: (part: Partial<AgendaRow>) => void;
}

function ItemFields({ row, at, isDisabled, change }: ItemFieldsProps) {
  const { t } = useTranslation('planning');
  return (
    <div className={styles.itemFields}>
      <TextField
        label={t('meetings.itemTitle')}
        name={`agenda.${at}.title`}
        value={row.title}
        onChange={(title) => change({ title })}
        isDisabled={isDisabled}
      />
      <TextField
        label={t('meetings.presenter')}
        optional
        name={`agenda.${at}.presenter`}
        value={row.presenter}
        onChange={(presenter) => change({ presenter })}
        isDisabled={isDisabled}
      />
      <NumberField
        label={t('meetings.minutes')}
        optional
        name={`agenda.${at}.minutes`}
        min={0}
        max={600}
        step={5}
        value={row.minutes}
        onChange={(minutes) => change({ minutes })}
        isDisabled={isDisabled}
      />
    </div>
  );
}
