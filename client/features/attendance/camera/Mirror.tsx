import type { ReactNode, RefObject } from 'react';
import { cx } from '../../../primitives/cx.ts';
import styles from './Mirror.module.css';

export type MirrorTone = 'neutral' | 'good' | 'asking' | 'attention';

interface MirrorProps {
  video: RefObject<HTMLVideoElement | null>;
  /** What the oval says, never alone: words stand beside. */
  tone?: MirrorTone;
  /** Gives the picture its size. */
  className?: string | undefined;
  /** Over the picture. */
  children?: ReactNode;
}

/** The own picture as in a mirror, with an oval for the face. */
export const Mirror = ({ video, tone = 'neutral', className, children }: MirrorProps) => (
  <div className={cx(styles.stage, className)}>
    <video ref={video} className={styles.video} muted playsInline />
    <div className={styles.oval} data-tone={tone} />
    {children}
  </div>
);
