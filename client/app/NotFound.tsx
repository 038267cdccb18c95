import { useTranslation } from 'react-i18next';
import { Link } from '../primitives/Link.tsx';
import { PageTitle } from '../primitives/PageHeader.tsx';
import styles from './Message.module.css';

export function NotFound() {
  const { t } = useTranslation('shell');
  return (
    <main className={styles.message}>
      <PageTitle>{t('notFoundTitle')}</PageTitle>
      <h1>{t('notFoundTitle')}</h1>
      <p>{t('notFoundText')}</p>
      <div className={styles.actions}>
        <Link to="/" kind="primary">
          {t('goHome')}
        </Link>
      </div>
    </main>
  );
}
