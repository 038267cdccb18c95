import { useTranslation } from 'react-i18next';
import { Button } from '../../primitives/Button.tsx';
import { Dialog } from '../../primitives/Dialog.tsx';
import { SignInForm } from './SignInForm.tsx';

interface ExpiredSessionProps {
  username: string;
  /** Leaves the page for good, with all that was entered. */
  onSomeoneElse: () => void;
}

/** Asks for the password again over the page that is open, so that nothing typed is lost. */
export default function ExpiredSession({ username, onSomeoneElse }: ExpiredSessionProps) {
  const { t } = useTranslation('identity');
  return (
    <Dialog role="alertdialog" isOpen onClose={() => undefined} title={t('expiredTitle')}>
      <p>{t('expiredText')}</p>
      <SignInForm username={username} />
      <Button kind="quiet" onPress={onSomeoneElse}>
        {t('someoneElse')}
      </Button>
    </Dialog>
  );
}
