import RotateCw from 'lucide-react/icons/rotate-cw';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Button } from '../primitives/Button.tsx';
import { Link } from '../primitives/Link.tsx';
import { PageTitle } from '../primitives/PageHeader.tsx';
import { errorCodeOf } from '../primitives/problems.ts';
import { NotFound } from './NotFound.tsx';
import styles from './Message.module.css';

/** What stands where a page failed: nothing is lost, reload, and a code to report. */
export function RouteError() {
  const { t } = useTranslation('shell');
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return (
    <main className={styles.message}>
      <PageTitle>{t('crashTitle')}</PageTitle>
      <h1>{t('crashTitle')}</h1>
      <p>{t('crashText')}</p>
      <div className={styles.actions}>
        <Button kind="primary" icon={RotateCw} onPress={() => location.reload()}>
          {t('reload')}
        </Button>
        <Link to="/" kind="quiet">
          {t('goHome')}
        </Link>
      </div>
      <p className={styles.code}>{t('errorCode', { ns: 'common', code: errorCodeOf(error) })}</p>
    </main>
  );
}
