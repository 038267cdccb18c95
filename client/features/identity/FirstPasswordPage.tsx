import { useTranslation } from 'react-i18next';
import { Button } from '../../primitives/Button.tsx';
import { PageTitle } from '../../primitives/PageHeader.tsx';
import { usePageTheme } from '../../primitives/theme.ts';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
import styles from './FirstPasswordPage.module.css';

interface FirstPasswordPageProps {
  onDone: () => unknown;
  onSignOut: () => Promise<void>;
}

/** Stands in place of every page until the first password is changed. */
export default function FirstPasswordPage({ onDone, onSignOut }: FirstPasswordPageProps) {
  const { t } = useTranslation('identity');
  usePageTheme('light');
  return (
    <main className={styles.page}>
      <PageTitle>{t('firstTitle')}</PageTitle>
      <h1>{t('firstTitle')}</h1>
      <p className={styles.lead}>{t('firstText')}</p>
      <ChangePasswordForm isFirst onDone={onDone} />
      <div>
        <Button kind="quiet" onPress={onSignOut}>
          {t('signOut')}
        </Button>
      </div>
    </main>
  );
}
