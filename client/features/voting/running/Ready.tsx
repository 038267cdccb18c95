import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollEntry } from '../../../../models/contracts/attendance.ts';
import type { MyPoll } from '../../../../models/contracts/voting.ts';
import { ProgressBar } from '../../../primitives/ProgressBar.tsx';
import styles from '../control/PollControl.module.css';
import { type Line, missingOf, readyOf } from './turnout.ts';

interface ReadyProps {
  poll: MyPoll;
  entries: readonly RollEntry[];
  items: readonly Line[];
}

/** Who would be on the roll now: those who have a page open, those who have not, and who is missing. */
export function Ready({ poll, entries, items }: ReadyProps) {
  const { t } = useTranslation('polls');
  const { ready, notReady } = readyOf(items);
  const missing = poll.binding ? missingOf(entries, items) : [];
  const voters = items.length;
  if (voters === 0) return <p>{t('opening.nobody')}</p>;
  return (
    <>
      <div>
        <ProgressBar
          label={t('opening.ready')}
          value={ready}
          max={voters}
          text={`${ready}/${voters}`}
        />
        <p className={styles.soft}>{t('opening.readyText')}</p>
      </div>
      {notReady.length > 0 && (
        <Names title={t('opening.notReady', { count: notReady.length })} people={notReady}>
          {poll.secrecy === 'open' && <p className={styles.soft}>{t('opening.notReadyHelp')}</p>}
        </Names>
      )}
      {missing.length > 0 && (
        <Names title={t('opening.missing', { count: missing.length })} people={missing} />
      )}
      <details className={styles.details}>
        <summary>{t('opening.onRoll', { count: voters })}</summary>
        <ul className={styles.names}>
          {items.map(({ personId, fullName, castBy }) => (
            <li key={personId}>
              {fullName}
              {castBy !== null && (
                <span className={styles.soft}>
                  {' '}
                  ({t('opening.byDelegation', { name: castBy })})
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** More names than this would push what is to be decided out of view. */
const shownAtOnce = 6;

interface NamesProps {
  title: string;
  people: readonly { personId: string; fullName: string }[];
  children?: ReactNode;
}

function Names({ title, people, children }: NamesProps) {
  return (
    <details className={styles.details} open={people.length <= shownAtOnce}>
      <summary>{title}</summary>
      <div>
        <ul className={styles.names}>
          {people.map(({ personId, fullName }) => (
            <li key={personId}>{fullName}</li>
          ))}
        </ul>
        {children}
      </div>
    </details>
  );
}
