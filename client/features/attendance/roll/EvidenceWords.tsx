import { useTranslation } from 'react-i18next';
import type { Evidence, RollEntry } from '../../../../models/contracts/attendance.ts';
import { formatTime } from '../../../primitives/dates.ts';
import styles from './Roll.module.css';

/** How near a face is to its template, in words; the figure stands beside it. Smaller is nearer. */
const nearness = (score: number): 'near' | 'good' | 'edge' => {
  if (score < 0.7) return 'near';
  return score < 0.9 ? 'good' : 'edge';
};

/** Below this the face looks more like a print or a screen. */
const doubtfulBelow = 0.5;

/** How a state came about: method, score, device, who corrected it and why. */
export function useEvidenceWords() {
  const { t } = useTranslation('roll');
  return (evidence: Evidence | null): string[] => {
    if (evidence === null) return [];
    const { method, score, liveness, challenged, receivedAt } = evidence;
    const { deviceName, byName, reason } = evidence;
    return [
      t(`method.${method}`),
      score !== null && t(`score.${nearness(score)}`, { score: score.toFixed(3) }),
      liveness !== null &&
        t(liveness < doubtfulBelow ? 'livenessDoubtful' : 'liveness', {
          share: Math.round(100 * liveness),
        }),
      challenged && t('challenged'),
      deviceName !== null && t('device', { name: deviceName }),
      receivedAt !== null && t('sentLate', { time: formatTime(receivedAt) }),
      byName !== null && t('by', { name: byName }),
      reason !== null && t('reason', { reason }),
    ].filter((part) => part !== false);
  };
}

export function EvidenceWords({ entry: { evidence } }: { entry: Pick<RollEntry, 'evidence'> }) {
  const words = useEvidenceWords();
  return <span className={styles.evidence}>{words(evidence).join(' · ')}</span>;
}
