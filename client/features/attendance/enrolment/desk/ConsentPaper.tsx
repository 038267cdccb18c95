import { useTranslation } from 'react-i18next';
import type { FaceEntry } from '../../../../../models/contracts/face-desk.ts';
import type { FaceStatus } from '../../../../../models/contracts/face.ts';
import { currentLanguage } from '../../../../locales/index.ts';
import { PrintSheet } from '../../../../primitives/PrintSheet.tsx';
import styles from './Desk.module.css';

interface ConsentPaperProps {
  text: FaceStatus['consentText'];
  /** Who signs; without them there is room for the name and, where terms differ, for the days. */
  person?: FaceEntry | undefined;
  termsDiffer?: boolean;
}

/** The consent form for signing by hand: the same words as on the screen, and for how long it holds for this person. */
export function ConsentPaper({ text, person, termsDiffer = false }: ConsentPaperProps) {
  const { t } = useTranslation('faces');
  const term = useTerm(person, termsDiffer);
  return (
    <PrintSheet>
      <div className={styles.paper}>
        <h1>{t('form.title')}</h1>
        <p>{person ? t('form.personOf', { name: person.fullName }) : t('form.person')}</p>
        <p>{person ? t('form.officeOf', { office: officeOf(person) }) : t('form.office')}</p>
        {text[currentLanguage()].map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {term !== null && (
          <p>
            <strong>{term}</strong>
          </p>
        )}
        <p>{t('form.version', { version: text.version })}</p>
        <p>☐ {t('form.agree')}</p>
        <p>{t('form.sign')}</p>
      </div>
    </PrintSheet>
  );
}

function useTerm(person: FaceEntry | undefined, termsDiffer: boolean): string | null {
  const { t } = useTranslation(['faces', 'face']);
  if (person === undefined) return termsDiffer ? t('form.term') : null;
  const { days, bodyName } = person.term;
  return bodyName === null
    ? t('face:consentTermOfHouse', { days })
    : t('face:consentTerm', { days, body: bodyName });
}

const officeOf = ({ office, organisationName }: FaceEntry): string =>
  [office, organisationName].filter(Boolean).join(', ');
