import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting, MeetingState } from '../../../../models/contracts/meetings.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { Link } from '../../../primitives/Link.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import catalogueStyles from '../catalogue/Catalogue.module.css';
import styles from './Meetings.module.css';
import { useMeetingRoutes } from './useMeetingRoutes.ts';

type Next = 'open' | 'closed' | 'cancelled';
const nextOf: Record<MeetingState, readonly Next[]> = {
  planned: ['open', 'cancelled'],
  open: ['closed'],
  closed: [],
  cancelled: [],
};

interface MeetingStateActsProps {
  meeting: Meeting;
  /** Changes that are not saved are settled first. */
  isDirty: boolean;
}

/** Opens, closes or cancels the meeting; each asks by its name. */
export function MeetingStateActs({ meeting, isDirty }: MeetingStateActsProps) {
  const { t } = useTranslation('planning');
  const [asked, setAsked] = useState<Next | null>(null);
  const { setState } = useMeetingRoutes();
  const { id, title, state } = meeting;
  const move = async (next: Next) => {
    await setState.mutateAsync({ params: { meetingId: id }, body: { state: next } });
    showToast(t(`stateDone.${next}`, { title }));
  };
  return (
    <div className={catalogueStyles.ending}>
      <div className={styles.acts}>
        <Link to={`/meetings/${id}`} kind="secondary">
          {t('meetings.conduct')}
        </Link>
        {nextOf[state].map((next) => (
          <Button
            key={next}
            kind={next === 'open' ? 'secondary' : 'danger'}
            isDisabled={isDirty}
            onPress={() => setAsked(next)}
          >
            {t(`stateAct.${next}`)}
          </Button>
        ))}
      </div>
      {isDirty && <p>{t('saveFirst', { ns: 'administration' })}</p>}
      {asked !== null && (
        <ConfirmDialog
          isOpen
          onClose={() => setAsked(null)}
          title={t(`stateConfirm.${asked}`, { title })}
          confirmLabel={t(`stateAct.${asked}`)}
          kind={asked === 'open' ? 'primary' : 'danger'}
          onConfirm={() => move(asked)}
        >
          <p>{t(`stateHelp.${asked}`)}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
