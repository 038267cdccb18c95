import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { Icon, type IconType } from './Icon.tsx';

export interface EmptyStateProps {
  icon?: IconType;
  /** What will be here. */
  title: string;
  /** Who makes it come, and when. */
  children?: ReactNode;
  /** A button or link, if the person can do it. */
  action?: ReactNode;
}

export const EmptyState = ({ icon, title, children, action }: EmptyStateProps) => (
  <div className={styles.state}>
    {icon && (
      <span className={styles.icon}>
        <Icon of={icon} size="2rem" />
      </span>
    )}
    <p className={styles.title}>{title}</p>
    {children && <div className={styles.text}>{children}</div>}
    {action && <div className={styles.action}>{action}</div>}
  </div>
);
