import type { ReactNode } from 'react';
import type { IconType } from '../../primitives/Icon.tsx';

/** Something beside the pictures; one is open at a time. */
export interface Panel {
  key: string;
  label: string;
  icon: IconType;
  content: ReactNode;
}
