import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { usePageTheme } from '../primitives/theme.ts';
import { DisplayMenu } from './DisplayMenu.tsx';
import { Mark } from './Mark.tsx';
import { OfflineNotice } from './OfflineNotice.tsx';
import styles from './SignInLayout.module.css';

/** The quiet page around signing in: whose house this is, language and background, nothing else. */
export function SignInLayout() {
  const { t } = useTranslation();
  usePageTheme('light');
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <span className={styles.product}>
          <Mark />
          {t('product')}
        </span>
        <DisplayMenu />
      </header>
      <OfflineNotice />
      <div className={styles.middle}>
        <Outlet />
      </div>
    </div>
  );
}
