import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FaceStatus, getMyFace } from '../../../../models/contracts/face.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { formatDateTime } from '../../../primitives/dates.ts';
import { routeKey, useQueryRoute } from '../../../realtime/queries.ts';
import { CaptureDialog } from './CaptureDialog.tsx';
import { ConsentForm } from './ConsentForm.tsx';
import styles from './Enrolment.module.css';
import { type Deletion, DeletionReceipt, ForgetFace } from './ForgetFace.tsx';

/** What is held about the own face, and the way to give, renew or withdraw it. */
export function FaceSection() {
  const { t } = useTranslation('face');
  const status = useQueryRoute(getMyFace);
  return (
    <section className={styles.section}>
      <h2>{t('title')}</h2>
      <p className={styles.text}>{t('purpose')}</p>
      {status.isPending && <Skeleton lines={3} />}
      {status.isError && <ErrorNotice error={status.error} />}
      {status.data && <Held status={status.data} />}
    </section>
  );
}

function Held({ status }: { status: FaceStatus }) {
  const { t } = useTranslation('face');
  const client = useQueryClient();
  const [isCapturing, setCapturing] = useState(false);
  const [deletion, setDeletion] = useState<Deletion | null>(null);
  const keep = (next: FaceStatus) => client.setQueryData(routeKey(getMyFace), next);
  const { consent, consentText, enrolled, available } = status;
  if (!available) return <Notice tone="attention">{t('unavailable')}</Notice>;
  const hasConsent = consent?.version === consentText.version;
  return (
    <>
      {enrolled && <Enrolled enrolled={enrolled} />}
      {hasConsent ? (
        <div>
          <Button kind={enrolled ? 'secondary' : 'primary'} onPress={() => setCapturing(true)}>
            {t(enrolled ? 'again' : 'start')}
          </Button>
        </div>
      ) : (
        <ConsentForm
          text={consentText}
          isNewVersion={consent !== null}
          onGiven={(next) => {
            keep(next);
            setCapturing(true);
          }}
        />
      )}
      {(consent || enrolled) && <ForgetFace onDeleted={setDeletion} />}
      {deletion && !consent && <DeletionReceipt deletion={deletion} />}
      {isCapturing && <CaptureDialog onClose={() => setCapturing(false)} onEnrolled={keep} />}
    </>
  );
}

function Enrolled({ enrolled }: { enrolled: NonNullable<FaceStatus['enrolled']> }) {
  const { t } = useTranslation('face');
  const { at, samples, current } = enrolled;
  if (!current) return <Notice tone="attention">{t('outdated')}</Notice>;
  return (
    <Notice tone="success" title={t('enrolled')}>
      <p>{t('enrolledAt', { at: formatDateTime(at), count: samples })}</p>
    </Notice>
  );
}
