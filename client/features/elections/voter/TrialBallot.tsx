import Download from 'lucide-react/icons/download';
import PackageOpen from 'lucide-react/icons/package-open';
import Send from 'lucide-react/icons/send';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { linesOf, trialFile } from '../../../../models/belenios/trial-file.ts';
import { Button } from '../../../primitives/Button.tsx';
import { CodeGroups } from '../../../primitives/CodeGroups.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { saveFile } from '../../../primitives/download.ts';
import { Encrypting } from './Encrypting.tsx';
import styles from './Voter.module.css';
import { type OwnTrial, isTrue } from './trial.ts';
import type { EncryptedBallot } from './useEncryptedBallot.ts';

interface TrialProps {
  ballot: EncryptedBallot;
  trial: OwnTrial;
}

/** The voter's machine on trial: its ballot is fixed, and only now the voter says whether it is opened or cast. */
export function TrialBallot({ ballot, trial }: TrialProps) {
  const { t } = useTranslation('elections');
  const place = useRef<HTMLElement>(null);
  const isOpen = trial.opened !== null;
  useEffect(() => place.current?.focus({ preventScroll: true }), [isOpen]);
  return (
    <section
      ref={place}
      tabIndex={-1}
      className={styles.trial}
      aria-label={t('voter.trial.region')}
    >
      <h3>{t(isOpen ? 'voter.trial.openedTitle' : 'voter.trial.sealedTitle')}</h3>
      <p className={styles.soft}>{t('voter.trial.why')}</p>
      <div>
        <p className={styles.small}>{t('voter.trial.commitment')}</p>
        <CodeGroups code={trial.sealed.commitment} />
      </div>
      {isOpen ? <Opened ballot={ballot} trial={trial} /> : <Closed ballot={ballot} trial={trial} />}
      {ballot.error !== null && <ErrorNotice error={ballot.error} />}
    </section>
  );
}

function Closed({ ballot }: TrialProps) {
  const { t } = useTranslation('elections');
  const isBusy = ballot.phase !== 'choosing';
  return (
    <>
      <p>{t('voter.trial.noteIt')}</p>
      {isBusy ? (
        <Encrypting progress={ballot.progress} label={t('voter.trial.opening')} />
      ) : (
        <div className={styles.acts}>
          <Button icon={PackageOpen} onPress={ballot.openTrial}>
            {t('voter.trial.open')}
          </Button>
          <Button icon={Send} onPress={ballot.castTrial}>
            {t('voter.trial.cast')}
          </Button>
          <Button kind="quiet" onPress={ballot.leaveTrial}>
            {t('voter.trial.leave')}
          </Button>
        </div>
      )}
    </>
  );
}

function Opened({ ballot, trial }: TrialProps) {
  const { t } = useTranslation('elections');
  const { opened, election } = trial;
  if (opened === null) return null;
  const isSame = isTrue(trial);
  return (
    <>
      {'choices' in opened && (
        <dl className={styles.lines}>
          {linesOf(election, opened.choices).map(({ question, answers }, at) => (
            // Questions never move, and two may ask the same.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={at}>
              <dt>{question}</dt>
              <dd>{answers.length > 0 ? answers.join('; ') : t('voter.trial.blank')}</dd>
            </div>
          ))}
        </dl>
      )}
      <Notice
        tone={isSame ? 'success' : 'error'}
        title={t(isSame ? 'voter.trial.true' : 'voter.trial.false')}
      >
        {isSame && t('voter.trial.trueText')}
        {!isSame && 'choices' in opened && t('voter.trial.falseText')}
        {'fault' in opened && t(`voter.trial.faults.${opened.fault}`)}
      </Notice>
      <div className={styles.acts}>
        <Button onPress={ballot.leaveTrial}>{t('voter.trial.back')}</Button>
        <Button
          icon={Download}
          kind="quiet"
          onPress={() => saveFile('phieu-thu.json', trialFile(trial))}
        >
          {t('voter.trial.download')}
        </Button>
      </div>
    </>
  );
}
