import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { toneIcons, toneWords } from './Notice.tsx';
import styles from './ToastRegion.module.css';
import { type Toast, dismissToast, useToasts } from './toasts.ts';
import { cx } from './cx.ts';

// Long enough to be read twice; errors stay until they are closed.
const shownForMs = 6000;

/** Where passing messages appear; one for the whole page, read out politely. */
export function ToastRegion() {
  const { t } = useTranslation();
  const toasts = useToasts();
  return (
    <section className={styles.region} aria-label={t('notifications')} aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || toast.tone === 'error') return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), shownForMs);
    return () => clearTimeout(timer);
  }, [held, toast]);
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={cx(styles.icon, styles[toast.tone])}>
        <Icon of={toneIcons[toast.tone]} />
      </span>
      <div className={styles.text}>
        <span className="nt-hidden">{t(toneWords[toast.tone])}: </span>
        {toast.message}
        {toast.detail && <p className={styles.detail}>{toast.detail}</p>}
      </div>
      <IconButton size="small" icon={X} label={t('close')} onPress={() => dismissToast(toast.id)} />
    </div>
  );
}
