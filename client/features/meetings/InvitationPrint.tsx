import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../models/contracts/meetings.ts';
import { currentLanguage } from '../../locales/index.ts';
import { PrintSheet } from '../../primitives/PrintSheet.tsx';
import { formatDay, formatTime } from '../../primitives/dates.ts';
import { useMe } from '../../realtime/session.tsx';
import styles from './Invitation.module.css';

interface InvitationPrintProps {
  meeting: Meeting;
  /** QR code and PIN. */
  children: ReactNode;
}

/** One sheet to bring along: who, to which meeting, when, where, and the codes for the door. */
export function InvitationPrint({ meeting, children }: InvitationPrintProps) {
  const { t } = useTranslation('meetings');
  const { personId, fullName, office } = useMe();
  const { title, bodyName, startsAt, endsAt, roomName, participants } = meeting;
  const seat = participants.find((person) => person.personId === personId)?.seat;
  return (
    <PrintSheet>
      <p>{bodyName}</p>
      <h1>{t('printTitle')}</h1>
      <h2>{title}</h2>
      <p>
        {t('timeRange', { from: formatTime(startsAt), to: formatTime(endsAt) })},{' '}
        {formatDay(startsAt, currentLanguage())}
      </p>
      {roomName && <p>{roomName}</p>}
      <p className={styles.name}>{fullName}</p>
      {office && <p>{office}</p>}
      {seat && (
        <p>
          {t('mySeat')}: {seat}
        </p>
      )}
      {children}
      <p>{t('invitationText')}</p>
    </PrintSheet>
  );
}
