import { useTranslation } from 'react-i18next';
import type { FaceStatus } from '../../../../models/contracts/face.ts';
import { Facts } from '../../../primitives/Facts.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { formatDate, formatDateTime } from '../../../primitives/dates.ts';

/** What is held: how many templates, made by what, and the consent that they rest on. */
export function HeldFacts({ status: { enrolled, consent } }: { status: FaceStatus }) {
  const { t } = useTranslation('face');
  const facts: [string, string][] = [];
  if (enrolled) {
    facts.push([t('facts.templates'), t('facts.templatesValue', { count: enrolled.samples })]);
    facts.push([t('facts.madeAt'), formatDateTime(enrolled.at)]);
    facts.push([t('facts.embedder'), enrolled.embedder]);
  }
  if (consent) {
    facts.push([
      t('facts.consent'),
      t('facts.consentValue', {
        at: formatDateTime(consent.givenAt),
        way: t(`ways.${consent.way}`),
        version: consent.version,
      }),
    ]);
    if (consent.takenByName) facts.push([t('facts.takenBy'), consent.takenByName]);
    if (consent.proof) facts.push([t('facts.proof'), consent.proof]);
    facts.push([t('facts.retainUntil'), formatDate(consent.retainUntil)]);
  }
  return (
    <>
      {enrolled?.current === true && <Notice tone="success" title={t('enrolled')} />}
      {enrolled?.current === false && <Notice tone="attention">{t('outdated')}</Notice>}
      {enrolled && consent?.endsSoon && (
        <Notice tone="attention">{t('endsSoon', { at: formatDate(consent.retainUntil) })}</Notice>
      )}
      <Facts facts={facts} />
    </>
  );
}
