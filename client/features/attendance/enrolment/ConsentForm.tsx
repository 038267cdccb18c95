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
  term: FaceStatus['term'];
  /** `outdated`: an earlier wording was agreed to. `ending`: the time of this one is nearly over. */
  earlier: 'none' | 'outdated' | 'ending';
  onGiven: (status: FaceStatus) => void;
}

const titles = {
  none: 'consentTitle',
  outdated: 'consentRenewed',
  ending: 'consentEnding',
} as const;

/** The whole text first, then a box that nobody has ticked beforehand. */
export function ConsentForm({ text, term, earlier, onGiven }: ConsentFormProps) {
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
      <h3>{t(titles[earlier])}</h3>
      {text[currentLanguage()].map((paragraph) => (
        <p key={paragraph} className={styles.text}>
          {paragraph}
        </p>
      ))}
      {term.bodyName !== null && (
        <p className={styles.text}>
          <strong>{t('consentTerm', { days: term.days, body: term.bodyName })}</strong>
        </p>
      )}
      <p className={styles.text}>{t('consentVersion', { version: text.version })}</p>
      <Checkbox
        label={t('agree')}
        value={agrees}
        onChange={setAgrees}
        error={isMissing && !agrees ? t('agreeFirst') : undefined}
      />
      {consent.isError && <ErrorNotice error={consent.error} />}
      <div>
        <Button kind="primary" onPress={submit}>
          {t(earlier === 'ending' ? 'agreeAndRenew' : 'agreeAndStart')}
        </Button>
      </div>
    </div>
  );
}
