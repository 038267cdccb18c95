import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FaceStatus, giveConsent } from '../../../../models/contracts/face.ts';
import { currentLanguage } from '../../../locales/index.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Checkbox } from '../../../primitives/Checkbox.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { useMutationRoute } from '../../../realtime/queries.ts';
import styles from './Enrolment.module.css';

interface ConsentFormProps {
  text: FaceStatus['consentText'];
  /** An earlier wording was agreed to; this one is new. */
  isNewVersion: boolean;
  onGiven: (status: FaceStatus) => void;
}

/** The whole text first, then a box that nobody has ticked beforehand. */
export function ConsentForm({ text, isNewVersion, onGiven }: ConsentFormProps) {
  const { t } = useTranslation('face');
  const [agrees, setAgrees] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const consent = useMutationRoute(giveConsent, { onSuccess: onGiven });
  const submit = async () => {
    setMissing(!agrees);
    if (agrees)
      await consent.mutateAsync({ body: { version: text.version } }).catch(() => undefined);
  };
  return (
    <div className={styles.consent}>
      <h3>{t(isNewVersion ? 'consentRenewed' : 'consentTitle')}</h3>
      {text[currentLanguage()].map((paragraph) => (
        <p key={paragraph} className={styles.text}>
          {paragraph}
        </p>
      ))}
      <Checkbox
        label={t('agree')}
        value={agrees}
        onChange={setAgrees}
        error={isMissing && !agrees ? t('agreeFirst') : undefined}
      />
      {consent.isError && <ErrorNotice error={consent.error} />}
      <div>
        <Button kind="primary" onPress={submit}>
          {t('agreeAndStart')}
        </Button>
      </div>
    </div>
  );
}
