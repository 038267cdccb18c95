import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Badge.module.css';
import { Icon, type IconType } from './Icon.tsx';
import { cx } from './cx.ts';

/** The meanings that have a colour of their own; `neutral` has none. */
export const meanings = ['for', 'against', 'abstain', 'attention', 'neutral'] as const;
export type Meaning = (typeof meanings)[number];

/** A count or a short label without a meaning of its own. */
export const Badge = ({ children }: { children: ReactNode }) => (
  <span className={cx(styles.badge, styles.neutral)}>{children}</span>
);

const icons: Record<Meaning, IconType | null> = {
  for: Check,
  against: X,
  abstain: Minus,
  attention: TriangleAlert,
  neutral: null,
};

export interface StatusBadgeProps {
  meaning: Meaning;
  /** Always a word: colour alone says nothing. */
  children: ReactNode;
  /** Instead of the usual icon of the meaning. */
  icon?: IconType;
  /** `plain` has no background, for tables full of states. */
  look?: 'soft' | 'plain';
}

export function StatusBadge({ meaning, children, icon, look = 'soft' }: StatusBadgeProps) {
  const shape = icon ?? icons[meaning];
  return (
    <span className={cx(styles.badge, styles[meaning], look === 'plain' && styles.plain)}>
      {shape && <Icon of={shape} size="1.125em" />}
      {children}
    </span>
  );
}

/** The three choices of a vote, always with the same icon, word and colour. */
export function ChoiceBadge({ choice }: { choice: 'for' | 'against' | 'abstain' }) {
  const { t } = useTranslation();
  return <StatusBadge meaning={choice}>{t(choice)}</StatusBadge>;
}
