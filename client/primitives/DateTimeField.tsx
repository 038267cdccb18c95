import type { CalendarDate, Time } from '@internationalized/date';
import CalendarIcon from 'lucide-react/icons/calendar';
import { useId, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { DateInput, DatePicker, DateSegment } from 'react-aria-components/DatePicker';
import { Group } from 'react-aria-components/Group';
import { Label } from 'react-aria-components/Label';
import { TimeField } from 'react-aria-components/TimeField';
import { useTranslation } from 'react-i18next';
import { CalendarPopover } from './CalendarPopover.tsx';
import styles from './DateTimeField.module.css';
import { type FieldProps, FieldProblem } from './Field.tsx';
import fieldStyles from './Field.module.css';
import { Icon } from './Icon.tsx';
import buttonStyles from './IconButton.module.css';
import { cx } from './cx.ts';
import { joinInstant, splitInstant } from './instants.ts';

export interface DateTimeFieldProps extends FieldProps {
  /** ISO 8601, UTC; `null` until both the day and the time are entered. */
  value: string | null;
  onChange: (value: string | null) => void;
}

interface Draft {
  day: CalendarDate | null;
  time: Time | null;
  /** What was last told to the owner; another value from outside replaces the draft. */
  told: string | null;
}

const draftOf = (value: string | null): Draft => ({
  ...(value ? splitInstant(value) : { day: null, time: null }),
  told: value,
});

/** A day and a time of day in Vietnam: dd/MM/yyyy and 24 hours, typed or taken from a calendar. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { label, description, optional, error, name, value, onChange, isDisabled = false } = props;
  const { t } = useTranslation();
  const labelId = useId();
  const [held, setHeld] = useState(() => draftOf(value));
  const draft = held.told === value ? held : draftOf(value);
  const change = (part: Partial<Draft>) => {
    const { day, time } = { ...draft, ...part };
    const told = day && time ? joinInstant(day, time) : null;
    setHeld({ day, time, told });
    if (told !== value) onChange(told);
  };
  const common = {
    isDisabled,
    isRequired: !optional,
    validationBehavior: 'aria' as const,
    shouldForceLeadingZeros: true,
    ...(error !== undefined && { isInvalid: true }),
  };
  return (
    <fieldset className={fieldStyles.field} aria-labelledby={labelId} data-field={name}>
      <span id={labelId} className={fieldStyles.label}>
        {label}
        {optional && <span className={fieldStyles.optional}> ({t('optional')})</span>}
      </span>
      {description && <span className={fieldStyles.description}>{description}</span>}
      <div className={styles.parts}>
        <DatePicker
          {...common}
          className={cx(styles.part)}
          value={draft.day}
          onChange={(day) => change({ day })}
          {...(name !== undefined && { name })}
        >
          <Label className={cx(styles.partLabel)}>{t('date')}</Label>
          <Group className={cx(fieldStyles.control, fieldStyles.group, styles.group)}>
            <Segments />
            <AriaButton
              aria-label={t('openCalendar')}
              className={cx(buttonStyles.button, buttonStyles.quiet, buttonStyles.small)}
            >
              <Icon of={CalendarIcon} />
            </AriaButton>
          </Group>
          <CalendarPopover />
          <FieldProblem error={error} />
        </DatePicker>
        <TimeField
          {...common}
          className={cx(styles.part)}
          hourCycle={24}
          granularity="minute"
          value={draft.time}
          onChange={(time) => change({ time })}
        >
          <Label className={cx(styles.partLabel)}>{t('time')}</Label>
          <Group className={cx(fieldStyles.control, fieldStyles.group, styles.group)}>
            <Segments />
          </Group>
        </TimeField>
      </div>
    </fieldset>
  );
}

const Segments = () => (
  <DateInput className={cx(styles.segments)}>
    {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
  </DateInput>
);
