import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../primitives/NumberField.tsx';
import { Select } from '../../../primitives/Select.tsx';
import { type EndTime, endChoices, mostMinutes } from './end-time.ts';

interface EndChoiceProps {
  value: EndTime;
  onChange: (value: EndTime) => void;
}

/** Until when a poll takes ballots. */
export function EndChoice({ value, onChange }: EndChoiceProps) {
  const { t } = useTranslation('polls');
  const wordsOf = (id: (typeof endChoices)[number]) =>
    id === 'none' || id === 'own'
      ? t(`opening.ends.${id}`)
      : t('opening.ends.minutes', { count: Number(id) });
  return (
    <>
      <Select
        label={t('opening.end')}
        description={t('opening.endsHelp')}
        options={endChoices.map((id) => ({ id, label: wordsOf(id) }))}
        value={value.choice}
        onChange={(choice) => onChange({ ...value, choice })}
      />
      {value.choice === 'own' && (
        <NumberField
          label={t('opening.ownMinutes')}
          min={1}
          max={mostMinutes}
          value={value.minutes}
          onChange={(minutes) => onChange({ ...value, minutes })}
        />
      )}
    </>
  );
}
