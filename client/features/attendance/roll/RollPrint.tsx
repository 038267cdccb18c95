import { useTranslation } from 'react-i18next';
import type { Roll } from '../../../../models/contracts/attendance.ts';
import { getMeeting } from '../../../../models/contracts/meetings.ts';
import { currentLanguage } from '../../../locales/index.ts';
import { PrintSheet } from '../../../primitives/PrintSheet.tsx';
import { QuorumBar } from '../../../primitives/QuorumBar.tsx';
import { useNow } from '../../../primitives/Clock.tsx';
import { formatDateTime, formatDay, formatTime } from '../../../primitives/dates.ts';
import { useQueryRoute } from '../../../realtime/queries.ts';
import { useClockOffset } from '../../../realtime/server-clock.ts';
import styles from './RollPrint.module.css';

/** The roll on A4, with a place to sign for those who come in person. */
export function RollPrint({ roll: { meetingId, entries, quorum } }: { roll: Roll }) {
  const { t } = useTranslation('roll');
  const meeting = useQueryRoute(getMeeting, { params: { meetingId } }).data;
  if (meeting === undefined) return null;
  return (
    <PrintSheet>
      <p>{meeting.bodyName}</p>
      <h1 className={styles.title}>{t('printTitle')}</h1>
      <p className={styles.centre}>{meeting.title}</p>
      <p className={styles.centre}>
        {formatTime(meeting.startsAt)}, {formatDay(meeting.startsAt, currentLanguage())}
        {meeting.roomName && ` · ${meeting.roomName}`}
      </p>
      <QuorumBar quorum={quorum} look="words" />
      <table className={styles.table}>
        <thead>
          <tr>
            {(['seat', 'name', 'office', 'state', 'at'] as const).map((column) => (
              <th key={column}>{t(`columns.${column}`)}</th>
            ))}
            <th className={styles.signature}>{t('signature')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ personId, seat, fullName, office, organisationName, state, at }) => (
            <tr key={personId}>
              <td>{seat}</td>
              <td>{fullName}</td>
              <td>{[office, organisationName].filter(Boolean).join(', ')}</td>
              <td>{t(`state.${state}`)}</td>
              <td>{at === null ? '' : formatTime(at)}</td>
              <td>{'\u00A0'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <PrintedAt />
    </PrintSheet>
  );
}

function PrintedAt() {
  const { t } = useTranslation('roll');
  const now = useNow(useClockOffset());
  return <p>{t('printedAt', { time: formatDateTime(now) })}</p>;
}
