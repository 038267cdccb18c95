import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { saveFile } from '../../../primitives/download.ts';
import { type LockedKey, keyFileName } from './locked-key.ts';
import { saved } from './kept-keys.ts';
import styles from './Trustee.module.css';
import type { PartProps } from './parts.ts';

/** The file that helps when this device fails: nothing is sent before the person has it. */
export function SaveFile({ share, locked }: PartProps & { locked: LockedKey }) {
  const { t } = useTranslation('elections');
  const [isGiven, setGiven] = useState(false);
  return (
    <>
      <h3>{t('trustee.save.title')}</h3>
      <p>{t('trustee.save.text')}</p>
      <p>{t(share.secret === null ? 'trustee.save.before' : 'trustee.save.locked')}</p>
      <div className={styles.actions}>
        <KeyFileButton locked={locked} isMain={!isGiven} onGiven={() => setGiven(true)} />
      </div>
      {isGiven && (
        <Notice tone="success">
          <p>{t('trustee.save.saved', { name: keyFileName(locked) })}</p>
        </Notice>
      )}
      <div className={styles.actions}>
        <Button
          kind={isGiven ? 'primary' : 'secondary'}
          isDisabled={!isGiven}
          onPress={() => share.change(saved)}
        >
          {t('trustee.save.send')}
        </Button>
      </div>
    </>
  );
}

interface KeyFileButtonProps {
  locked: LockedKey;
  isMain?: boolean;
  onGiven?: () => void;
}

/** Hands the locked share to the person as a file. */
export function KeyFileButton({ locked, isMain = false, onGiven }: KeyFileButtonProps) {
  const { t } = useTranslation('elections');
  const save = () => {
    saveFile(keyFileName(locked), JSON.stringify(locked, null, 2));
    onGiven?.();
  };
  return (
    <Button icon={Download} kind={isMain ? 'primary' : 'quiet'} onPress={save}>
      {t(isMain ? 'trustee.save.act' : 'trustee.save.again')}
    </Button>
  );
}
