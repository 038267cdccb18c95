import { useTranslation } from 'react-i18next';
import { Select } from '../../../primitives/Select.tsx';

const choices = [30, 90, 180, 365, 730] as const;
export const usualDays = 365;

interface TokenDaysProps {
  value: number;
  onChange: (days: number) => void;
}

/** How long a token is good. */
export function TokenDays({ value, onChange }: TokenDaysProps) {
  const { t } = useTranslation('systems');
  return (
    <Select
      label={t('days')}
      name="days"
      options={choices.map((count) => ({ id: String(count), label: t('daysOption', { count }) }))}
      value={String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  );
}
