import { useTranslation } from 'react-i18next';
import { keyInRecord, trusteeGroup } from '../../../../models/belenios/trustee.ts';
import type { MyElection } from '../../../../models/contracts/elections.ts';
import { Disclosure } from '../../../primitives/Disclosure.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { KeyFileButton } from './SaveFile.tsx';
import styles from './Trustee.module.css';
import type { PartProps } from './parts.ts';

/** Nothing to do now: who is waited for, and what must not be lost. */
export function WaitingPart({ election, share, steps, place }: PartProps) {
  const { t } = useTranslation('elections');
  const { phase, setup } = election;
  const names = waitedFor(election);
  if (phase === 'keys')
    return (
      <Notice tone="success" title={t('trustee.waiting')}>
        <p>{names ? t('trustee.waitingFor', { names }) : t('trustee.waitingAlone')}</p>
      </Notice>
    );
  if (phase === 'decrypting')
    return (
      <Notice tone="success" title={t('trustee.decrypt.done')}>
        {steps.ballots !== null && <p>{t('trustee.decrypt.doneText', { count: steps.ballots })}</p>}
        {names && <p>{t('trustee.decrypt.doneWaiting', { names })}</p>}
      </Notice>
    );
  const isFound = foundInRecord(setup?.trustees, place, share.kept?.publicKey);
  if (isFound === false)
    return (
      <Notice tone="error">
        <p>{t('trustee.notInRecord')}</p>
      </Notice>
    );
  const locked = share.kept?.locked;
  const kept = locked && (
    <div className={styles.actions}>
      <KeyFileButton locked={locked} />
    </div>
  );
  // While people vote, the ballot below is what counts.
  if (phase === 'voting')
    return (
      <Disclosure label={t('trustee.ready')}>
        <div className={styles.kept}>
          <p>{t('trustee.keepText')}</p>
          {isFound && <p className={styles.soft}>{t('trustee.inRecord')}</p>}
          {kept}
        </div>
      </Disclosure>
    );
  return (
    <>
      <p>
        <strong>{t('trustee.ready')}.</strong> {t('trustee.keepText')} {t('trustee.lostText')}
      </p>
      {kept}
    </>
  );
}

const waitedFor = ({ trustees }: MyElection): string =>
  trustees
    .filter(({ step }) => step !== null)
    .map(({ fullName }) => fullName)
    .join(', ');

/** Null while there is no record, and where this browser did not send the key. */
function foundInRecord(
  trustees: string | undefined,
  place: number,
  own: string | null | undefined,
): boolean | null {
  if (trustees === undefined || own === null || own === undefined) return null;
  try {
    return keyInRecord(trusteeGroup(), trustees, place) === own;
  } catch {
    return false;
  }
}
