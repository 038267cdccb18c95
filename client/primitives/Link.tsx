import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { Icon, type IconType } from './Icon.tsx';
import buttonStyles from './Button.module.css';
import styles from './Link.module.css';
import { cx } from './cx.ts';

export interface LinkProps {
  children: ReactNode;
  to: string;
  icon?: IconType;
  /** Looks like a button where going there is the main step, for example "Vào họp". */
  kind?: 'text' | 'primary' | 'secondary' | 'quiet';
  size?: 'normal' | 'large';
  /** Beside this page, which someone is in the middle of. */
  inNewTab?: boolean;
}

/** Goes to another page of the product. */
export function Link({ children, to, icon, kind = 'text', size = 'normal', inNewTab }: LinkProps) {
  const className =
    kind === 'text' ? styles.link : cx(buttonStyles.button, buttonStyles[kind], buttonStyles[size]);
  return (
    <RouterLink
      to={to}
      className={cx(className)}
      {...(inNewTab && { target: '_blank', rel: 'noreferrer' })}
    >
      {icon && <Icon of={icon} />}
      {children}
    </RouterLink>
  );
}
