import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type FaceReceipt,
  type FaceStatus,
  enrolFace,
  getMyFace,
  getMyFaceTrace,
} from '../../../../models/contracts/face.ts';
import type { Id } from '../../../../models/ids.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { showToast } from '../../../primitives/toasts.ts';
import { useConnection } from '../../../realtime/provider.tsx';
import { routeKey, useQueryRoute } from '../../../realtime/queries.ts';
import { CaptureDialog } from './CaptureDialog.tsx';
import { ConsentForm } from './ConsentForm.tsx';
import { ExportFace } from './ExportFace.tsx';
import styles from './Enrolment.module.css';
import { FaceTraces } from './FaceTraces.tsx';
import { ForgetFace } from './ForgetFace.tsx';
import { HeldFacts } from './HeldFacts.tsx';
import { Receipt } from './Receipt.tsx';
import { enrolPatienceMs, type Picture } from './capture.ts';

/** What is held about the own face, who used it, and the way to give, renew or withdraw it. */
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
  const [receipt, setReceipt] = useState<FaceReceipt | null>(null);
  const keep = (next: FaceStatus) => {
    client.setQueryData(routeKey(getMyFace), next);
    void client.invalidateQueries({ queryKey: routeKey(getMyFaceTrace) });
  };
  const { consent, consentText, enrolled, available } = status;
  const hasConsent = consent?.version === consentText.version;
  const isHeld = consent !== null || enrolled !== null;
  return (
    <>
      {!available && <Notice tone="attention">{t('unavailable')}</Notice>}
      {receipt && !consent && <Receipt receipt={receipt} />}
      {isHeld && <HeldFacts status={status} />}
      {available && hasConsent && (
        <div>
          <Button kind={enrolled ? 'secondary' : 'primary'} onPress={() => setCapturing(true)}>
            {t(enrolled ? 'again' : 'start')}
          </Button>
        </div>
      )}
      {available && (!hasConsent || consent.endsSoon) && (
        <ConsentForm
          text={consentText}
          term={status.term}
          earlier={consent === null ? 'none' : hasConsent ? 'ending' : 'outdated'}
          onGiven={(next) => {
            keep(next);
            if (next.enrolled?.current !== true) setCapturing(true);
          }}
        />
      )}
      {isHeld && (
        <div className={styles.acts}>
          <ExportFace />
          <ForgetFace onDeleted={setReceipt} />
        </div>
      )}
      <FaceTraces />
      {isCapturing && <OwnCapture onClose={() => setCapturing(false)} onEnrolled={keep} />}
    </>
  );
}

interface OwnCaptureProps {
  onClose: () => void;
  onEnrolled: (status: FaceStatus) => void;
}

function OwnCapture({ onClose, onEnrolled }: OwnCaptureProps) {
  const { t } = useTranslation('face');
  const connection = useConnection();
  const send = async (frames: Picture[], requestId: Id) =>
    onEnrolled(
      await connection.request(enrolFace, { frames }, { requestId, patienceMs: enrolPatienceMs }),
    );
  return (
    <CaptureDialog
      title={t('captureTitle')}
      onClose={onClose}
      send={send}
      onDone={() => {
        showToast(t('enrolled'));
        onClose();
      }}
    />
  );
}
