import Activity from 'lucide-react/icons/activity';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { NetworkSheet } from './NetworkSheet.tsx';
import styles from './PreJoin.module.css';

/** Tries the line, now or days before the meeting. */
export function NetworkTest({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('room');
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles.network} aria-label={t('network.title')}>
      <Button icon={Activity} onPress={() => setOpen(true)}>
        {t('network.open')}
      </Button>
      <p className={styles.soft}>{t('network.about')}</p>
      {isOpen && <NetworkSheet meetingId={meetingId} onClose={() => setOpen(false)} />}
    </section>
  );
}
