import styles from './Avatar.module.css';
import { cx } from './cx.ts';
import { initialsOf } from './fold.ts';

export interface AvatarProps {
  /** The full name; it stands beside the avatar, which therefore is not read out. */
  name: string;
  size?: 'small' | 'normal' | 'large';
}

export const Avatar = ({ name, size = 'normal' }: AvatarProps) => (
  <span className={cx(styles.avatar, styles[size])} aria-hidden>
    {initialsOf(name)}
  </span>
);
