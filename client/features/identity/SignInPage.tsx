import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { PageTitle } from '../../primitives/PageHeader.tsx';
import { useSession } from '../../realtime/session.tsx';
import styles from './SignIn.module.css';
import { SignInForm } from './SignInForm.tsx';
import { pathAfterSignIn } from './next-path.ts';

export function SignInPage() {
  const { t } = useTranslation('identity');
  const [search] = useSearchParams();
  const { data } = useSession();
  if (data?.person) return <Navigate to={pathAfterSignIn(search.get('next'))} replace />;
  return (
    <main className={styles.page}>
      <PageTitle>{t('signIn')}</PageTitle>
      <div className={styles.head}>
        <h1>{t('signIn')}</h1>
        <p className={styles.lead}>{t('signInLead')}</p>
      </div>
      <SignInForm />
      <p className={styles.help}>{t('forgotten')}</p>
    </main>
  );
}
