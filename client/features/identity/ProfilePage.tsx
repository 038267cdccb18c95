import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signOutEverywhere } from '../../../models/contracts/identity.ts';
import { Button } from '../../primitives/Button.tsx';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { Facts } from '../../primitives/Facts.tsx';
import { PageHeader } from '../../primitives/PageHeader.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { call } from '../../realtime/http.ts';
import { useMe } from '../../realtime/session.tsx';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
import styles from './ProfilePage.module.css';

export interface ProfilePageProps {
  /** Sections of other features, such as the own face; composed by the app. */
  children?: ReactNode;
}

/** The own details, password and sessions. */
export function ProfilePage({ children }: ProfilePageProps) {
  const { t } = useTranslation('identity');
  return (
    <>
      <PageHeader title={t('profileTitle')} />
      <div className={styles.sections}>
        <Details />
        {children}
        <section>
          <h2>{t('passwordTitle')}</h2>
          <ChangePasswordForm />
        </section>
        <Everywhere />
      </div>
    </>
  );
}

function Details() {
  const { t } = useTranslation('identity');
  const me = useMe();
  const facts = [
    [t('fullName'), me.fullName],
    [t('office'), me.office],
    [t('organisation'), me.organisationName],
    [t('username'), me.username],
    [t('role'), t(`roles.${me.systemRole}`)],
  ] as const;
  return (
    <section>
      <h2>{t('details')}</h2>
      <Facts facts={facts} />
      <p className={styles.help}>{t('detailsHelp')}</p>
    </section>
  );
}

function Everywhere() {
  const { t } = useTranslation('identity');
  const { username, signOut } = useMe();
  const [isAsking, setAsking] = useState(false);
  const end = async () => {
    const { ended } = await call(signOutEverywhere);
    showToast(t('everywhereDone', { count: ended }));
    await signOut();
  };
  return (
    <section>
      <h2>{t('everywhereTitle')}</h2>
      <p className={styles.help}>{t('everywhereText')}</p>
      <div>
        <Button kind="danger" onPress={() => setAsking(true)}>
          {t('everywhere')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('everywhereConfirm', { username })}
        confirmLabel={t('everywhere')}
        kind="danger"
        onConfirm={end}
      >
        <p>{t('everywhereText')}</p>
      </ConfirmDialog>
    </section>
  );
}
