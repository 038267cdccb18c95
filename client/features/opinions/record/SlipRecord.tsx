import { useTranslation } from 'react-i18next';
import type { LedgerFile } from '../../../../models/contracts/ledger.ts';
import type { SlipEntry } from '../../../../models/voting/slip-story.ts';
import { Story, StoryEntry } from '../../../primitives/Story.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { Outcome } from '../report/ReportOutcomes.tsx';
import styles from './SlipRecord.module.css';
import { marksWords } from '../marks-words.ts';
import { numberOf } from '../slip-number.ts';
import { type RecordedSlip, recordedSlip } from './slip-record.ts';

interface SlipRecordProps {
  file: LedgerFile;
  /** The entry of the receipt that is looked for. */
  receiptAt: number | null;
}

/** What the record of an opinion slip tells: what came of it, and every entry in order; nothing for another record. */
export function SlipRecord({ file, receiptAt }: SlipRecordProps) {
  const { t } = useTranslation(['opinions', 'slips']);
  const slip = recordedSlip(file);
  if (slip === null) return null;
  const { sent, closed, entries } = slip;
  return (
    <>
      <section className={styles.part}>
        <h2>{t('number', { ns: 'slips', ...numberOf(sent) })}</h2>
        <p className={styles.title}>{sent.title}</p>
        {closed === null && <p>{t('recordNoResult')}</p>}
        {closed?.verdicts.map(({ key, verdict }) => {
          const item = sent.items.find((one) => one.key === key);
          return item && <Outcome key={key} result={{ ...item, verdict }} />;
        })}
      </section>
      <section className={styles.part}>
        <h2>{t('recordStory')}</h2>
        <Story>
          {entries.map((entry) => (
            <StoryEntry
              key={entry.sequence}
              sequence={entry.sequence}
              isMine={entry.sequence === receiptAt}
            >
              <Words entry={entry} slip={slip} />
              <p className={styles.soft}>{formatDateTime(entry.at, { seconds: true })}</p>
            </StoryEntry>
          ))}
        </Story>
      </section>
    </>
  );
}

function Words({ entry, slip }: { entry: SlipEntry; slip: RecordedSlip }) {
  const { t } = useTranslation(['opinions', 'common']);
  if (entry.type === 'slip_sent') {
    const { recipients, deadline } = entry;
    return <p>{t('acts.sent', { count: recipients.length, when: formatDateTime(deadline) })}</p>;
  }
  if (entry.type === 'slip_answered') return <Answered entry={entry} slip={slip} />;
  if (entry.type === 'slip_extended') {
    const { deadline, reason } = entry;
    return <p>{t('acts.extended', { when: formatDateTime(deadline), reason })}</p>;
  }
  if (entry.type === 'slip_withdrawn')
    return <p>{t('acts.withdrawn', { reason: entry.reason })}</p>;
  return <p>{t(entry.by === null ? 'acts.closedItself' : 'acts.closed')}</p>;
}

type AnsweredEntry = Extract<SlipEntry, { type: 'slip_answered' }>;

function Answered({ entry, slip }: { entry: AnsweredEntry; slip: RecordedSlip }) {
  const { t } = useTranslation(['opinions', 'common']);
  const { personId, paper, answers } = entry;
  const { items, ruleSet } = slip.sent;
  const name = slip.nameOf(personId) ?? t('acts.stranger');
  return (
    <>
      <p>{t(paper === null ? 'acts.answered' : 'acts.onPaper', { name })}</p>
      <ul className={styles.answers}>
        {answers.map(({ key, marks, opinion }) => {
          const item = items.find((one) => one.key === key);
          const words = item ? marksWords(t, item, ruleSet, marks) : '';
          return (
            <li key={key}>
              {t('item', { number: key })}: {words}
              {opinion !== null && ` · ${t('acts.sealed')}`}
            </li>
          );
        })}
      </ul>
    </>
  );
}
