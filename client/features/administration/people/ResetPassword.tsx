import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Person, resetPassword } from '../../../../models/contracts/identity.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { useMutationRoute } from '../../../realtime/queries.ts';
import styles from '../catalogue/Catalogue.module.css';
import type { HandOver } from './HandOverDialog.tsx';
import { firstPassword } from './first-password.ts';

interface ResetPasswordProps {
  person: Person;
  onHandOver: (handOver: HandOver) => void;
}

/** Gives someone who forgot the password a new first one. */
export function ResetPassword({ person, onHandOver }: ResetPasswordProps) {
  const { t } = useTranslation('administration');
  const [password, setPassword] = useState(firstPassword);
  const [isAsking, setAsking] = useState(false);
  const { mutateAsync } = useMutationRoute(resetPassword);
  const { id, fullName, username } = person;
  const reset = async () => {
    await mutateAsync({ params: { personId: id }, body: { password } });
    onHandOver({ fullName, username, password });
    setPassword(firstPassword());
  };
  return (
    <div className={styles.ending}>
      <Button onPress={() => setAsking(true)}>{t('people.reset')}</Button>
      <p>{t('people.resetHelp')}</p>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('people.resetConfirm', { name: fullName })}
        confirmLabel={t('people.reset')}
        onConfirm={reset}
      >
        <p>{t('people.resetHelp')}</p>
      </ConfirmDialog>
    </div>
  );
}
