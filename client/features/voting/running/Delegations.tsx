import UserPlus from 'lucide-react/icons/user-plus';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Delegation,
  listDelegations,
  turnoutChanged,
} from '../../../../models/contracts/voting-acts.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useNotice } from '../../../realtime/provider.tsx';
import { useFollowedRoute } from '../../../realtime/useFollowed.ts';
import styles from '../control/PollControl.module.css';
import { useDelegationActs } from '../usePollActs.ts';
import { AddDelegation } from './AddDelegation.tsx';

/** Who votes for whom in a meeting; nothing where the body knows no delegation. */
export function Delegations({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('delegations');
  const [isAdding, setAdding] = useState(false);
  const [ended, end] = useState<Delegation | null>(null);
  const delegations = useDelegations(meetingId);
  if (delegations === undefined) return null;
  const { items, most } = delegations;
  if (most === 0 && items.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>
        {t('title')} ({items.length})
      </summary>
      <div className={styles.part}>
        <p className={styles.soft}>{t('help', { count: most })}</p>
        {items.length === 0 && <p>{t('empty')}</p>}
        <ul className={styles.lines}>
          {items.map((one) => (
            <li key={one.id} className={styles.line}>
              <span>
                {t('line', { from: one.from.fullName, to: one.to.fullName })}
                <span className={styles.where}>{one.basis}</span>
              </span>
              <Button kind="quiet" onPress={() => end(one)}>
                {t('end')}
                <span className="nt-hidden">: {one.from.fullName}</span>
              </Button>
            </li>
          ))}
        </ul>
        {most > 0 && (
          <div>
            <Button icon={UserPlus} onPress={() => setAdding(true)}>
              {t('add')}
            </Button>
          </div>
        )}
      </div>
      {isAdding && (
        <AddDelegation
          meetingId={meetingId}
          delegations={items}
          most={most}
          onDone={() => setAdding(false)}
        />
      )}
      {ended && <EndDelegation meetingId={meetingId} delegation={ended} onDone={() => end(null)} />}
    </details>
  );
}

function useDelegations(meetingId: Id) {
  const { query, refresh } = useFollowedRoute(meetingId, listDelegations, {
    params: { meetingId },
  });
  useNotice(turnoutChanged, (change) => {
    if (change.meetingId === meetingId) refresh(500);
  });
  return query.data;
}

interface EndDelegationProps {
  meetingId: Id;
  delegation: Delegation;
  onDone: () => void;
}

function EndDelegation({ meetingId, delegation, onDone }: EndDelegationProps) {
  const { t } = useTranslation('delegations');
  const { end } = useDelegationActs();
  const name = delegation.from.fullName;
  const confirm = async () => {
    await end.mutateAsync({ params: { meetingId, delegationId: delegation.id } });
    showToast(t('ended', { name }));
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onDone}
      title={t('endTitle', { name })}
      confirmLabel={t('end')}
      kind="danger"
      onConfirm={confirm}
    >
      <p>{t('endText')}</p>
    </ConfirmDialog>
  );
}
