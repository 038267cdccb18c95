import Check from 'lucide-react/icons/check';
import Hourglass from 'lucide-react/icons/hourglass';
import { useTranslation } from 'react-i18next';
import type { MyElection } from '../../../../models/contracts/elections.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import styles from '../control/PollControl.module.css';
import { trusteeState } from './trustee-states.ts';

/** The trustees and how far each is. */
export function TrusteeList({ election }: { election: MyElection }) {
  const { t } = useTranslation('elections');
  const { trustees, phase } = election;
  return (
    <ul className={styles.lines} aria-label={t('prepare.title')}>
      {trustees.map((one) => {
        const state = trusteeState(one, phase);
        const isWaited = state === 'waiting' || state === 'going' || state === 'decrypt';
        return (
          <li key={one.personId} className={styles.line}>
            <span>{one.fullName}</span>
            <StatusBadge
              meaning={isWaited ? 'attention' : 'for'}
              icon={isWaited ? Hourglass : Check}
              look="plain"
            >
              {t(`prepare.state.${state}`)}
            </StatusBadge>
          </li>
        );
      })}
    </ul>
  );
}
