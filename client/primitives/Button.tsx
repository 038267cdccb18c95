import LoaderCircle from 'lucide-react/icons/loader-circle';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import styles from './Button.module.css';
import { Icon, type IconType } from './Icon.tsx';
import { cx } from './cx.ts';
import { type Action, usePending } from './usePending.ts';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps {
  children: ReactNode;
  /** `primary` is for the one main action of a screen. */
  kind?: ButtonKind;
  /** A promise keeps the button busy, and deaf to a second press, until it settles. */
  onPress?: Action;
  type?: 'button' | 'submit';
  icon?: IconType;
  /** `large` is for the one decision of a screen: join, cast the ballot. */
  size?: 'normal' | 'large';
  isPending?: boolean;
  isDisabled?: boolean;
  isFullWidth?: boolean;
  autoFocus?: boolean;
  /** Id of the form that a submit button outside of it belongs to. */
  form?: string;
  slot?: 'close' | null;
  'aria-describedby'?: string;
}

export function Button(props: ButtonProps) {
  const { children, kind = 'secondary', onPress, icon, size = 'normal', isFullWidth } = props;
  const { t } = useTranslation();
  const { pending, run } = usePending(onPress);
  const isPending = pending || props.isPending === true;
  // While busy it keeps the focus, so it is not disabled; it only does nothing. (react-aria's own pending
  // state also leaves an announcement behind that names an element which is gone by then.)
  return (
    <AriaButton
      type={isPending ? 'button' : (props.type ?? 'button')}
      className={cx(
        styles.button,
        styles[kind],
        styles[size],
        isFullWidth && styles.full,
        isPending && styles.pending,
      )}
      isDisabled={props.isDisabled ?? false}
      onPress={() => {
        if (!isPending) void run();
      }}
      {...(isPending && { 'aria-disabled': true })}
      {...(props.autoFocus && { autoFocus: true })}
      {...(props.form && !isPending && { form: props.form })}
      {...(props.slot !== undefined && { slot: props.slot })}
      {...(props['aria-describedby'] && { 'aria-describedby': props['aria-describedby'] })}
    >
      {isPending ? <Icon of={LoaderCircle} /> : icon && <Icon of={icon} />}
      <span>{children}</span>
      {isPending && <span className="nt-hidden">{t('working')}</span>}
    </AriaButton>
  );
}
