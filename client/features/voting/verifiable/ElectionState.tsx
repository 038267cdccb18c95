import BellRing from 'lucide-react/icons/bell-ring';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type MyElection,
  getElection,
  remindElection,
  restartElection,
} from '../../../../models/contracts/elections.ts';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { Button } from '../../../primitives/Button.tsx';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { ProgressBar } from '../../../primitives/ProgressBar.tsx';
import { Skeleton } from '../../../primitives/Skeleton.tsx';
import { errorCodeOf, errorTitle } from '../../../primitives/problems.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useElection } from '../../../realtime/election.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import styles from '../control/PollControl.module.css';
import { TrusteeList } from './TrusteeList.tsx';

/** Before a poll with trustees opens: how far their key and the voters' codes are, and who is waited for. */
export function ElectionState({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation('elections');
  const { data: election, error } = useElection(poll);
  if (election === undefined) return error ? <ErrorNotice error={error} /> : <Skeleton lines={2} />;
  const { phase, needed, trustees } = election;
  const { length: count } = trustees;
  return (
    <section className={styles.part} aria-label={t('prepare.title')}>
      <div className={styles.head}>
        <h4>{t('prepare.title')}</h4>
        <StatusBadge meaning={phase === 'keys' ? 'attention' : 'neutral'}>
          {t(`prepare.phase.${phase}`)}
        </StatusBadge>
      </div>
      <p className={styles.soft}>
        {needed === null
          ? t('prepare.schemeAll', { count })
          : t('prepare.schemeSome', { needed, count })}
      </p>
      <TrusteeList election={election} />
      {phase === 'keys' ? <p>{t('prepare.keysHelp')}</p> : <Registering election={election} />}
      <Acts poll={poll} election={election} />
    </section>
  );
}

/** How many have a code, and who of those present has none. */
function Registering({ election: { registered, missing } }: { election: MyElection }) {
  const { t } = useTranslation('elections');
  const present = registered + missing.length;
  return (
    <>
      <ProgressBar
        label={t('prepare.registered')}
        value={registered}
        max={Math.max(present, 1)}
        text={`${registered}/${present}`}
      />
      <p className={styles.soft}>{t('prepare.registeringHelp')}</p>
      {missing.length > 0 ? (
        <Missing missing={missing} />
      ) : (
        registered > 0 && <p>{t('prepare.nobodyMissing')}</p>
      )}
    </>
  );
}

/** More names than this would push what is to be done out of view. */
const shownAtOnce = 6;

export function Missing({ missing }: Pick<MyElection, 'missing'>) {
  const { t } = useTranslation('elections');
  return (
    <details className={styles.details} open={missing.length <= shownAtOnce}>
      <summary>{t('prepare.missing', { count: missing.length })}</summary>
      <ul className={styles.names}>
        {missing.map(({ personId, fullName }) => (
          <li key={personId}>{fullName}</li>
        ))}
      </ul>
    </details>
  );
}

function Acts({ poll, election }: { poll: MyPoll; election: MyElection }) {
  const { t } = useTranslation('elections');
  const [isAsked, ask] = useState(false);
  const { phase, missing } = election;
  const isWaiting = phase === 'keys' || missing.length > 0;
  return (
    <div className={styles.actions}>
      {isWaiting && <RemindButton poll={poll} />}
      <Button kind="quiet" icon={RotateCcw} onPress={() => ask(true)}>
        {t('prepare.restart')}
      </Button>
      {isAsked && <RestartDialog poll={poll} onDone={() => ask(false)} />}
    </div>
  );
}

/** Asks those who have something to do, on whatever page of the meeting they have open. */
export function RemindButton({ poll: { meetingId, id: pollId } }: { poll: MyPoll }) {
  const { t } = useTranslation('elections');
  const remind = useMutationRoute(remindElection);
  const send = async () => {
    try {
      const { reminded } = await remind.mutateAsync({ params: { meetingId, pollId } });
      showToast(t('prepare.reminded', { count: reminded }));
    } catch (error) {
      showToast(errorTitle(errorCodeOf(error)), { tone: 'error' });
    }
  };
  return (
    <Button icon={BellRing} onPress={send}>
      {t('prepare.remind')}
    </Button>
  );
}

function RestartDialog({ poll, onDone }: { poll: MyPoll; onDone: () => void }) {
  const { t } = useTranslation('elections');
  const { meetingId, id: pollId, number } = poll;
  const restart = useMutationRoute(restartElection, { invalidates: [getElection] });
  const confirm = async () => {
    await restart.mutateAsync({ params: { meetingId, pollId } });
    showToast(t('prepare.restarted', { number }));
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onDone}
      title={t('prepare.restartTitle', { number })}
      confirmLabel={t('prepare.restartAct')}
      onConfirm={confirm}
      kind="danger"
    >
      <p>{t('prepare.restartText')}</p>
    </ConfirmDialog>
  );
}
