import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../../models/voting/faults.ts';
import type { PollEntry } from '../../../../models/voting/poll-story.ts';
import { cx } from '../../../primitives/cx.ts';
import { formatDateTime, formatTime } from '../../../primitives/dates.ts';
import { hashGroups } from './hash-groups.ts';
import styles from './Record.module.css';
import type { RecordedPoll } from './record-poll.ts';
import { useEntryWords } from './useEntryWords.ts';

interface RecordTimelineProps {
  recorded: RecordedPoll;
  hashes: readonly string[];
  faults: readonly Fault[];
  /** The entry of the receipt that is looked for. */
  receiptAt: number | null;
}

/** Every entry in order, in words; those at fault say so. */
export function RecordTimeline({ recorded, hashes, faults, receiptAt }: RecordTimelineProps) {
  const { t } = useTranslation('records');
  const words = useEntryWords(recorded);
  return (
    <section className={styles.part}>
      <h2>{t('timeline')}</h2>
      <ol className={styles.timeline}>
        {recorded.entries.map((entry) => {
          const { sequence } = entry;
          const wrong = faults.filter((fault) => fault.sequence === sequence);
          return (
            <li
              key={sequence}
              id={`entry-${sequence}`}
              className={cx(
                styles.entry,
                wrong.length > 0 && styles.wrong,
                sequence === receiptAt && styles.mine,
              )}
            >
              <span className={styles.sequence}>{sequence}</span>
              <div className={styles.words}>
                <p>
                  {words(entry)}
                  {sequence === receiptAt && <strong> · {t('yourReceipt')}</strong>}
                </p>
                {wrong.map(({ code }) => (
                  <p key={code} className={styles.fault}>
                    {t(`faults.${code}`)}
                  </p>
                ))}
                <p className={styles.soft}>
                  {whenOf(entry)}
                  <code>
                    {hashGroups(hashes[sequence] ?? '')
                      .slice(0, 3)
                      .join(' ')}
                    …
                  </code>
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Secret ballots have no time. */
function whenOf(entry: PollEntry): string {
  if (!('at' in entry)) return '';
  const isOpening = entry.type === 'opened';
  return `${isOpening ? formatDateTime(entry.at, { seconds: true }) : formatTime(entry.at, { seconds: true })} · `;
}
