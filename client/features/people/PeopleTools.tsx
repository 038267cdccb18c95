import Copy from 'lucide-react/icons/copy';
import MicOff from 'lucide-react/icons/mic-off';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollEntry } from '../../../models/contracts/attendance.ts';
import { mediaMute } from '../../../models/contracts/media.ts';
import type { Id } from '../../../models/ids.ts';
import { Button } from '../../primitives/Button.tsx';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { useAct } from '../../realtime/useAct.ts';
import styles from './People.module.css';

interface PeopleToolsProps {
  meetingId: Id;
  roll: readonly RollEntry[];
  door: ReactNode;
}

/** What concerns everybody at once; for those who run the meeting. */
export function PeopleTools({ meetingId, roll, door }: PeopleToolsProps) {
  const { t } = useTranslation('people');
  const mute = useAct(mediaMute);
  const [isAsking, setAsking] = useState(false);
  const muteAll = async () => {
    const { muted } = await mute({ meetingId, personId: null });
    showToast(t('allMuted', { count: muted }));
  };
  const countsText = useCountsText(roll);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(countsText);
      showToast(t('countsCopied'), { detail: countsText });
    } catch {
      showToast(t('countsFailed'), { tone: 'attention', detail: countsText });
    }
  };
  return (
    <div className={styles.tools}>
      {door}
      <div className={styles.buttons}>
        <Button icon={MicOff} onPress={() => setAsking(true)}>
          {t('muteAll')}
        </Button>
        <Button kind="quiet" icon={Copy} onPress={copy}>
          {t('counts')}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          isOpen
          onClose={() => setAsking(false)}
          title={t('muteAllTitle')}
          confirmLabel={t('muteAll')}
          onConfirm={muteAll}
        >
          <p>{t('muteAllText')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

/** The attendance in one line, for a message or the minutes. */
function useCountsText(roll: readonly RollEntry[]): string {
  const { t } = useTranslation('people');
  const count = (state: RollEntry['state']) => roll.filter((entry) => entry.state === state).length;
  const [inPerson, online] = [count('in_person'), count('online')];
  return t('countsText', {
    present: inPerson + online,
    total: roll.length,
    inPerson,
    online,
    left: count('left'),
    excused: count('excused'),
    absent: count('absent'),
    notYet: count('not_yet'),
  });
}
