import CircleCheck from 'lucide-react/icons/circle-check';
import type { ReactNode } from 'react';
import styles from './Done.module.css';
import { Icon } from './Icon.tsx';
import { cx } from './cx.ts';

interface DoneProps {
  /** `lead` once something else on the page says more. */
  size?: 'page' | 'title' | 'lead';
  children: ReactNode;
}

/** That what a person gave is recorded. */
export const Done = ({ size = 'page', children }: DoneProps) => (
  <p className={cx(styles.done, styles[size])} role="status">
    <Icon of={CircleCheck} size="1.5em" />
    {children}
  </p>
);
