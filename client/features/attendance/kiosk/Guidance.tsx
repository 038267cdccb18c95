import ArrowLeft from 'lucide-react/icons/arrow-big-left';
import ArrowRight from 'lucide-react/icons/arrow-big-right';
import { useTranslation } from 'react-i18next';
import type { TurnDirection } from '../../../../models/contracts/challenge.ts';
import { Icon } from '../../../primitives/Icon.tsx';
import { errorTitle } from '../../../primitives/problems.ts';
import type { DoorState } from './door.ts';
import styles from './Kiosk.module.css';

interface GuidanceProps {
  state: DoorState;
  /** Whether there is a camera to look into. */
  sees: boolean;
}

/** One line that says what to do now. */
export function Guidance({ state, sees }: GuidanceProps) {
  const words = useWords(state, sees);
  return (
    <p className={styles.guidance} data-state={state.kind} role="status">
      {words}
    </p>
  );
}

/** On the side of the screen to which the person turns: the picture is a mirror, so both have one left. */
export function TurnArrow({ direction }: { direction: TurnDirection }) {
  return (
    <div className={styles.arrow} data-direction={direction} aria-hidden="true">
      <Icon of={direction === 'left' ? ArrowLeft : ArrowRight} />
    </div>
  );
}

function useWords(state: DoorState, sees: boolean): string {
  const { t } = useTranslation(['kiosk', 'face']);
  switch (state.kind) {
    case 'watching': {
      if (!sees) return t('kiosk:noCamera');
      const [hint] = state.hints;
      if (hint === 'several_faces') return t('kiosk:oneAtATime');
      return hint === undefined || hint === 'no_face' ? t('kiosk:look') : t(`face:hints.${hint}`);
    }
    case 'welcome':
      return t('kiosk:comeIn');
    case 'turn':
      return state.told ? t(`kiosk:turn.${state.direction}`) : t('kiosk:turn.wait');
    case 'not_turned':
      return [
        t(`kiosk:notTurned.${state.reason}`),
        t(state.triesLeft > 0 ? 'kiosk:turnAgain' : 'kiosk:anotherWay'),
      ].join(' ');
    case 'refused':
      return errorTitle(state.code);
    default:
      return t(`kiosk:${state.kind}`);
  }
}
