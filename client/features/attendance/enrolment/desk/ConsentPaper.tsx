import { useTranslation } from 'react-i18next';
import type { FaceStatus } from '../../../../../models/contracts/face.ts';
import { currentLanguage } from '../../../../locales/index.ts';
import { PrintSheet } from '../../../../primitives/PrintSheet.tsx';
import styles from './Desk.module.css';

/** The consent form for signing by hand: the same words as on the screen. */
export function ConsentPaper({ text }: { text: FaceStatus['consentText'] }) {
  const { t } = useTranslation('faces');
  return (
    <PrintSheet>
      <div className={styles.paper}>
        <h1>{t('form.title')}</h1>
        <p>{t('form.person')}</p>
        <p>{t('form.office')}</p>
        {text[currentLanguage()].map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>{t('form.version', { version: text.version })}</p>
        <p>☐ {t('form.agree')}</p>
        <p>{t('form.sign')}</p>
      </div>
    </PrintSheet>
  );
}
