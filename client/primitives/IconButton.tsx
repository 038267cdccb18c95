import { Button as AriaButton } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Icon, type IconType } from './Icon.tsx';
import styles from './IconButton.module.css';
import { cx } from './cx.ts';
import { type Action, usePending } from './usePending.ts';

export interface IconButtonProps {
  icon: IconType;
  /** What the button does; read aloud, and shown as the tooltip. */
  label: string;
  onPress?: Action;
  isDisabled?: boolean;
  /** For a button that switches something: its present state. */
  isPressed?: boolean;
  /** `solid` stands on pictures and in the room's bar; `danger` ends something. */
  kind?: 'quiet' | 'solid' | 'danger';
  size?: 'small' | 'normal' | 'large';
  slot?: 'close' | null;
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, kind = 'quiet', size = 'normal' } = props;
  const { pending, run } = usePending(props.onPress);
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        aria-label={label}
        className={cx(styles.button, styles[kind], styles[size])}
        isDisabled={props.isDisabled ?? false}
        onPress={() => void run()}
        {...(pending && { 'aria-disabled': true })}
        {...(props.isPressed !== undefined && { 'aria-pressed': props.isPressed })}
        {...(props.slot !== undefined && { slot: props.slot })}
      >
        <Icon of={icon} />
      </AriaButton>
      <Tooltip className={cx(styles.tooltip)} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
