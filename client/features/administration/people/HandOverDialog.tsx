import { useTranslation } from 'react-i18next';
import { OnceDialog } from '../OnceDialog.tsx';

/** What is given to someone so that they can sign in for the first time. */
export interface HandOver {
  fullName: string;
  username: string;
  password: string;
}

interface HandOverDialogProps {
  handOver: HandOver;
  onClose: () => void;
}

/** Shows a first password, once. */
export function HandOverDialog({ handOver, onClose }: HandOverDialogProps) {
  const { t } = useTranslation('administration');
  const { fullName, username, password } = handOver;
  return (
    <OnceDialog
      words={{
        title: t('people.handOverTitle', { name: fullName }),
        text: t('people.handOverText'),
        done: t('people.handOverDone'),
        copy: t('people.copy'),
        copied: t('people.copied'),
      }}
      facts={[[t('people.username'), username]]}
      secret={[t('people.firstPassword'), password]}
      toCopy={`${username}\n${password}`}
      onClose={onClose}
    />
  );
}
