import { useTranslation } from 'react-i18next';
import type { Body } from '../../../../models/contracts/meetings.ts';
import { Checkbox } from '../../../primitives/Checkbox.tsx';
import { DateTimeField } from '../../../primitives/DateTimeField.tsx';
import { MultiSelect } from '../../../primitives/MultiSelect.tsx';
import { RadioGroup } from '../../../primitives/RadioGroup.tsx';
import { Select } from '../../../primitives/Select.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import styles from './Editor.module.css';
import { type SlipForm, reminderHours } from './slip-form.ts';

interface SlipFieldsProps {
  form: SlipForm;
  change: (part: Partial<SlipForm>) => void;
  bodies: readonly Body[];
}

/** What, by whose decision, to whom, until when. */
export function SlipFields({ form, change, bodies }: SlipFieldsProps) {
  const { t } = useTranslation('opinions');
  return (
    <section className={styles.section}>
      <Select
        label={t('body')}
        name="bodyId"
        options={bodies.map(({ id, name }) => ({ id, label: name }))}
        value={form.bodyId}
        onChange={(bodyId) => change({ bodyId, recipients: [] })}
      />
      <TextField
        label={t('title')}
        description={t('titleHelp')}
        name="title"
        maxLength={200}
        value={form.title}
        onChange={(title) => change({ title })}
      />
      <TextField
        label={t('grounds')}
        description={t('groundsHelp')}
        name="grounds"
        rows={2}
        maxLength={2000}
        value={form.grounds}
        onChange={(grounds) => change({ grounds })}
      />
      <Recipients form={form} change={change} bodies={bodies} />
      <DateTimeField
        label={t('deadline')}
        name="deadline"
        value={form.deadline}
        onChange={(deadline) => change({ deadline })}
      />
      <Reminders form={form} change={change} />
      <Checkbox
        label={t('notSecret')}
        description={t('notSecretHelp')}
        name="notSecret"
        value={form.notSecret}
        onChange={(notSecret) => change({ notSecret })}
      />
    </section>
  );
}

function Recipients({ form, change, bodies }: SlipFieldsProps) {
  const { t } = useTranslation('opinions');
  const members = bodies.find(({ id }) => id === form.bodyId)?.members ?? [];
  const ways = (['all', 'some'] as const).map((id) => ({
    id,
    label: t(id === 'all' ? 'whoAll' : 'whoSome'),
  }));
  return (
    <>
      <RadioGroup
        label={t('who')}
        options={ways}
        value={form.who}
        onChange={(who) => change({ who })}
      />
      {form.who === 'some' && (
        <MultiSelect
          label={t('recipients')}
          name="recipients"
          options={members.map(({ personId, fullName, office }) => ({
            id: personId,
            label: fullName,
            description: office,
          }))}
          value={form.recipients}
          onChange={(recipients) => change({ recipients })}
        />
      )}
    </>
  );
}

function Reminders({ form, change }: Pick<SlipFieldsProps, 'form' | 'change'>) {
  const { t } = useTranslation('opinions');
  return (
    <fieldset className={styles.group}>
      <legend>{t('reminders')}</legend>
      <div className={styles.row}>
        {reminderHours.map((hours) => (
          <Checkbox
            key={hours}
            label={t('reminder', { count: hours })}
            value={form.reminders.includes(hours)}
            onChange={(isOn) => {
              const others = form.reminders.filter((one) => one !== hours);
              change({ reminders: (isOn ? [...others, hours] : others).toSorted((a, b) => b - a) });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
