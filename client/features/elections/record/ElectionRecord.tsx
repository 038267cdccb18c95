import Download from 'lucide-react/icons/download';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../primitives/Button.tsx';
import { DownloadLink } from '../../../primitives/DownloadLink.tsx';
import { ErrorState } from '../../../primitives/ErrorState.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { ProgressBar } from '../../../primitives/ProgressBar.tsx';
import type { Verified } from '../work/jobs/verify-record.ts';
import { BallotFound } from './BallotFound.tsx';
import styles from './ElectionRecord.module.css';
import { FaultFound } from './FaultFound.tsx';
import { VerifiedReport } from './VerifiedReport.tsx';
import { useVerification } from './useVerification.ts';
import type { Stage } from './verify-in-workers.ts';

interface ElectionRecordProps {
  /** Of a `.bel`. */
  bytes: Uint8Array;
  /** What was typed to find a ballot; empty for none. */
  wanted: string;
  /** Where the server gives it, when it came from there. */
  address?: string;
}

/** Verifies the public record of a secret poll here in the browser, says what was found, and finds a ballot in it. */
export function ElectionRecord({ bytes, wanted, address }: ElectionRecordProps) {
  const { t } = useTranslation('electionRecord');
  const { verification, cancel, again } = useVerification(bytes);
  return (
    <div className={styles.record}>
      {verification.state === 'verifying' && (
        <Verifying stage={verification.stage} onCancel={cancel} />
      )}
      {verification.state === 'cancelled' && (
        <Notice tone="attention" title={t('cancelledTitle')}>
          <p>{t('cancelledText')}</p>
          <Button onPress={again}>{t('again')}</Button>
        </Notice>
      )}
      {verification.state === 'failed' && (
        <ErrorState title={t('failed')} error={verification.error} onRetry={again} />
      )}
      {verification.state === 'done' && (
        <Outcome verified={verification.verified} wanted={wanted} />
      )}
      {address !== undefined && (
        <div>
          <DownloadLink icon={Download} href={address}>
            {t('save')}
          </DownloadLink>
        </div>
      )}
    </div>
  );
}

function Verifying({ stage, onCancel }: { stage: Stage; onCancel: () => void }) {
  const { t } = useTranslation('electionRecord');
  const { done, total } = stage.step === 'ballots' ? stage : { done: 0, total: 1 };
  const value = stage.step === 'result' ? total : done;
  return (
    <section className={styles.part} aria-label={t('verifying')}>
      <h2>{t('verifying')}</h2>
      <ProgressBar
        label={t(`stage.${stage.step}`)}
        value={value}
        max={total}
        text={stage.step === 'ballots' ? t('ballotOf', { done, total }) : ''}
      />
      <div>
        <Button onPress={onCancel}>{t('cancel')}</Button>
      </div>
    </section>
  );
}

function Outcome({ verified, wanted }: { verified: Verified; wanted: string }) {
  const { t } = useTranslation('electionRecord');
  if (verified.kind === 'strange')
    return (
      <Notice tone="error" title={t('strangeTitle')}>
        <p>{t('strangeText')}</p>
      </Notice>
    );
  if (verified.kind === 'wrong') return <FaultFound findings={verified.findings} />;
  const { hash, report } = verified;
  return (
    <VerifiedReport report={report} hash={hash}>
      {wanted !== '' && <BallotFound report={report} wanted={wanted} />}
    </VerifiedReport>
  );
}
