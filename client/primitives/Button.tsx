import LoaderCircle from 'lucide-react/icons/loader-circle';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
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
  return (
    <AriaButton
      type={props.type ?? 'button'}
      className={cx(styles.button, styles[kind], styles[size], isFullWidth && styles.full)}
      isPending={isPending}
      isDisabled={props.isDisabled ?? false}
      onPress={() => void run()}
      {...(props.autoFocus && { autoFocus: true })}
      {...(props.form && { form: props.form })}
      {...(props.slot !== undefined && { slot: props.slot })}
      {...(props['aria-describedby'] && { 'aria-describedby': props['aria-describedby'] })}
    >
      {isPending ? <Working label={t('working')} /> : icon && <Icon of={icon} />}
      <span className={styles.label}>{children}</span>
    </AriaButton>
  );
}

function Working({ label }: { label: string }) {
  return (
    <AriaProgressBar aria-label={label} isIndeterminate className={styles.working}>
      <Icon of={LoaderCircle} />
    </AriaProgressBar>
  );
}
