import { useTranslation } from 'react-i18next';
import { errorTitle } from '../../../primitives/problems.ts';
import type { DoorState } from './door.ts';
import styles from './Kiosk.module.css';

/** One line that says what to do now. */
export function Guidance({ state }: { state: DoorState }) {
  const words = useWords(state);
  return (
    <p className={styles.guidance} data-state={state.kind} role="status">
      {words}
    </p>
  );
}

function useWords(state: DoorState): string {
  const { t } = useTranslation(['kiosk', 'face']);
  switch (state.kind) {
    case 'watching': {
      const [hint] = state.hints;
      return hint === undefined || hint === 'no_face' ? t('kiosk:look') : t(`face:hints.${hint}`);
    }
    case 'welcome':
      return t('kiosk:comeIn');
    case 'refused':
      return errorTitle(state.code);
    default:
      return t(`kiosk:${state.kind}`);
  }
}
