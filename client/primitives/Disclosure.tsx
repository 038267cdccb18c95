import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

interface DisclosureProps {
  label: string;
  children: ReactNode;
}

/** What few ask for, behind a line that looks like a link. */
export const Disclosure = ({ label, children }: DisclosureProps) => (
  <details>
    <summary className={styles.summary}>{label}</summary>
    {children}
  </details>
);
