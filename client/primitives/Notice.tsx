import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import styles from './Notice.module.css';
import { cx } from './cx.ts';

export const tones = ['info', 'success', 'attention', 'error'] as const;
export type Tone = (typeof tones)[number];

export const toneIcons = {
  info: Info,
  success: CircleCheck,
  attention: TriangleAlert,
  error: CircleAlert,
};
export const toneWords = {
  info: 'toneInfo',
  success: 'toneSuccess',
  attention: 'toneAttention',
  error: 'toneError',
} as const;

export interface NoticeProps {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** A message in the page, where it matters. Errors and warnings are read out when they appear. */
export function Notice({ tone = 'info', title, children, action }: NoticeProps) {
  const { t } = useTranslation();
  const urgent = tone === 'error' || tone === 'attention';
  return (
    <div className={cx(styles.notice, styles[tone])} role={urgent ? 'alert' : 'status'}>
      <span className={styles.icon}>
        <Icon of={toneIcons[tone]} />
      </span>
      <div className={styles.text}>
        <span className="nt-hidden">{t(toneWords[tone])}: </span>
        {title && <p className={styles.title}>{title}</p>}
        {children}
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  );
}
