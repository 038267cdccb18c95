import { useTranslation } from 'react-i18next';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { Notice } from '../../../primitives/Notice.tsx';
import { ProgressBar } from '../../../primitives/ProgressBar.tsx';
import { useElection } from '../../../realtime/election.ts';
import { openingCount } from './trustee-states.ts';

/** A whole hall hears of each trustee: not all read it again at the same moment. */
const hallMs = 3000;

/** Voting is over and the result is being opened: how many trustees have, and who is waited for. */
export function CountingWords({ poll }: { poll: MyPoll }) {
  const { t } = useTranslation('elections');
  const election = useElection(poll, { withinMs: hallMs }).data;
  return (
    <>
      <Notice title={t('prepare.decrypting.title')}>
        <p>{t('prepare.decrypting.text')}</p>
      </Notice>
      {election && <Opened election={election} />}
    </>
  );
}

type Election = NonNullable<ReturnType<typeof useElection>['data']>;

function Opened({ election }: { election: Election }) {
  const { t } = useTranslation('elections');
  const { enough, opened, more } = openingCount(election);
  const names = election.trustees.filter(({ decrypted }) => !decrypted);
  return (
    <div>
      <ProgressBar
        label={t('prepare.decrypting.progress')}
        value={Math.min(opened, enough)}
        max={enough}
        text={`${opened}/${enough}`}
      />
      {more > 0 && (
        <p>
          {t('prepare.decrypting.waitingFor', {
            names: names.map(({ fullName }) => fullName).join(', '),
          })}{' '}
          {more < names.length && t('prepare.decrypting.needMore', { count: more })}
        </p>
      )}
    </div>
  );
}
