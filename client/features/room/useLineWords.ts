import { useTranslation } from 'react-i18next';
import type { LineQuality } from '../../../models/contracts/media.ts';

/** How a line is and, where one is known, why it is not better. */
export function useLineWords(): (quality: LineQuality) => string {
  const { t } = useTranslation('room');
  return ({ level, reason }) =>
    reason === null ? t(`line.${level}`) : `${t(`line.${level}`)} · ${t(`reasons.${reason}`)}`;
}
