import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../../models/voting/faults.ts';
import type { PollEntry } from '../../../../models/voting/poll-story.ts';
import { Story, StoryEntry } from '../../../primitives/Story.tsx';
import { groupsOf } from '../../../primitives/code-groups.ts';
import { formatDateTime, formatTime } from '../../../primitives/dates.ts';
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
      <Story>
        {recorded.entries.map((entry) => {
          const { sequence } = entry;
          const wrong = faults.filter((fault) => fault.sequence === sequence);
          return (
            <StoryEntry
              key={sequence}
              sequence={sequence}
              isMine={sequence === receiptAt}
              isWrong={wrong.length > 0}
            >
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
                  {groupsOf(hashes[sequence] ?? '')
                    .slice(0, 3)
                    .join(' ')}
                  …
                </code>
              </p>
            </StoryEntry>
          );
        })}
      </Story>
    </section>
  );
}

/** Secret ballots have no time. */
function whenOf(entry: PollEntry): string {
  if (!('at' in entry)) return '';
  const isOpening = entry.type === 'opened';
  return `${isOpening ? formatDateTime(entry.at, { seconds: true }) : formatTime(entry.at, { seconds: true })} · `;
}
