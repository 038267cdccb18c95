import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../../../models/contracts/attendance.ts';
import { formatTime } from '../../../primitives/dates.ts';
import type { PresenceWords } from '../online/usePresenceWords.ts';
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
  const scoreWords = (score: number) => t(`score.${nearness(score)}`, { score: score.toFixed(3) });
  const livenessWords = (liveness: number) =>
    t(liveness < doubtfulBelow ? 'livenessDoubtful' : 'liveness', {
      share: Math.round(100 * liveness),
    });
  return {
    /** Everything that is known of it. */
    all(evidence: Evidence): string[] {
      const { method, score, liveness, challenged, receivedAt } = evidence;
      const { deviceName, byName, reason } = evidence;
      return [
        t(`method.${method}`),
        score !== null && scoreWords(score),
        liveness !== null && livenessWords(liveness),
        challenged && t('challenged'),
        deviceName !== null && t('device', { name: deviceName }),
        receivedAt !== null && t('sentLate', { time: formatTime(receivedAt) }),
        byName !== null && t('by', { name: byName }),
        reason !== null && t('reason', { reason }),
      ].filter((part) => part !== false);
    },
    /** In a word or two, for a cell. */
    short: ({ method, deviceName }: Evidence): string =>
      [t(`method.${method}`), deviceName !== null && t('device', { name: deviceName })]
        .filter((part) => part !== false)
        .join(' · '),
    /** What a secretary should look into; empty when all is well. */
    doubts: ({ score, liveness }: Evidence): string =>
      [
        score !== null && nearness(score) === 'edge' && scoreWords(score),
        liveness !== null && liveness < doubtfulBelow && livenessWords(liveness),
      ]
        .filter((part) => part !== false)
        .join(' · '),
  };
}

export function EvidenceWords({ evidence }: { evidence: Evidence }) {
  const { all } = useEvidenceWords();
  return <span className={styles.evidence}>{all(evidence).join(' · ')}</span>;
}

interface EvidenceCellProps {
  evidence: Evidence | null;
  presence: PresenceWords | null;
}

/** The way in short, what a secretary should look into, and whether someone online answered. */
export function EvidenceCell({ evidence, presence }: EvidenceCellProps) {
  const { short, doubts } = useEvidenceWords();
  const doubtful = evidence === null ? '' : doubts(evidence);
  return (
    <span className={styles.evidence}>
      {evidence !== null && <span className={styles.line}>{short(evidence)}</span>}
      {doubtful !== '' && <span className={styles.doubt}>{doubtful}</span>}
      {presence !== null && (
        <span className={presence.isConfirmed ? styles.line : styles.doubt}>{presence.words}</span>
      )}
    </span>
  );
}
