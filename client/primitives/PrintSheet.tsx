import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './PrintSheet.module.css';

/**
 * What comes out of the printer instead of the page: black on white, nothing of the screen around it. It is
 * in the page but not seen; at most one at a time.
 */
export const PrintSheet = ({ children }: { children: ReactNode }) =>
  createPortal(
    <div className={styles.sheet} data-theme="light">
      {children}
    </div>,
    document.body,
  );
