import ArrowLeft from 'lucide-react/icons/arrow-left';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from './Link.tsx';
import styles from './PageHeader.module.css';

export interface PageHeaderProps {
  /** Also the title of the browser's tab. */
  title: string;
  description?: ReactNode;
  /** One line of facts: time, room, state. */
  meta?: ReactNode;
  /** Buttons, the main one first. */
  actions?: ReactNode;
  back?: { to: string; label: string };
}

/** The head of every page in the shell: one h1, and the page's main action. */
export function PageHeader({ title, description, meta, actions, back }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <PageTitle>{title}</PageTitle>
      {back && (
        <Link to={back.to} icon={ArrowLeft}>
          {back.label}
        </Link>
      )}
      <div className={styles.row}>
        <div className={styles.words}>
          <h1>{title}</h1>
          {meta && <div className={styles.meta}>{meta}</div>}
          {description && <p className={styles.description}>{description}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </header>
  );
}

/** The title of the browser's tab; for pages without a PageHeader. */
export function PageTitle({ children }: { children: string }) {
  const { t } = useTranslation();
  return <title>{`${children} · ${t('product')}`}</title>;
}
