import { useTranslation } from 'react-i18next';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import styles from './Roll.module.css';

/** How a state came about: method, score, device, who corrected it and why. */
export function useEvidenceWords() {
  const { t } = useTranslation('roll');
  return ({ evidence }: RollEntry): string[] => {
    if (evidence === null) return [];
    const { method, score, deviceName, byName, reason } = evidence;
    return [
      t(`method.${method}`),
      score !== null && t('score', { score: score.toFixed(3) }),
      deviceName !== null && t('device', { name: deviceName }),
      byName !== null && t('by', { name: byName }),
      reason !== null && t('reason', { reason }),
    ].filter((part) => part !== false);
  };
}

export function EvidenceWords({ entry }: { entry: RollEntry }) {
  const words = useEvidenceWords();
  return <span className={styles.evidence}>{words(entry).join(' · ')}</span>;
}
