import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Icon, type IconType } from '../../../primitives/Icon.tsx';
import { cx } from '../../../primitives/cx.ts';
import styles from './Bar.module.css';

interface BarButtonProps {
  icon: IconType;
  children: ReactNode;
  onPress?: () => void;
  /** `off`: something of one's own that is off; `end`: leaves or stops. */
  look?: 'plain' | 'off' | 'open' | 'end';
  /** How much is new behind it. */
  badge?: number | undefined;
  badgeLabel?: string | undefined;
  isExpanded?: boolean;
  'aria-describedby'?: string | undefined;
}

/** A button of the bar: a sign with its word below. */
export function BarButton(props: BarButtonProps) {
  const { icon, children, onPress, look = 'plain', badge = 0, badgeLabel, isExpanded } = props;
  const describedBy = props['aria-describedby'];
  return (
    <Button
      className={cx(styles.button, styles[look])}
      onPress={() => onPress?.()}
      {...(isExpanded !== undefined && { 'aria-expanded': isExpanded })}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
    >
      <span className={styles.sign}>
        <Icon of={icon} size="1.375rem" />
        {badge > 0 && (
          <span className={styles.badge} aria-hidden>
            {badge > 99 ? '99+' : badge}
          </span>
        )}
      </span>
      <span className={styles.word}>{children}</span>
      {badge > 0 && <span className="nt-hidden">, {badgeLabel ?? badge}</span>}
    </Button>
  );
}

interface BarToggleProps extends Pick<BarButtonProps, 'icon' | 'children' | 'onPress'> {
  isOn: boolean;
  'aria-describedby'?: string | undefined;
}

/** The word says what a press does; sign and line, how it stands. */
export const BarToggle = ({ isOn, ...rest }: BarToggleProps) => (
  <BarButton {...rest} look={isOn ? 'plain' : 'off'} />
);
