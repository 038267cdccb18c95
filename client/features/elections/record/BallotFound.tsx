import { useTranslation } from 'react-i18next';
import type { Report } from '../../../../models/belenios/archive/report.ts';
import { CodeGroups } from '../../../primitives/CodeGroups.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { findBallot } from './find-ballot.ts';

/** Whether the ballot that someone looks for is in the record, whether it counts, and what to do where it is not. */
export function BallotFound({ report, wanted }: { report: Report; wanted: string }) {
  const { t } = useTranslation('electionRecord');
  const search = findBallot(report, wanted);
  const isOpen = report.state === 'voting';
  if (search.found === 'untyped')
    return (
      <Notice tone="attention" title={t('untypedTitle')}>
        <p>{t('untypedText')}</p>
      </Notice>
    );
  if (search.found === 'missing')
    return (
      <Notice tone="error" title={t('missingTitle')}>
        <p>{t(isOpen ? 'missingYet' : 'missingText')}</p>
      </Notice>
    );
  const { event } = search.ballot;
  if (search.found === 'replaced')
    return (
      <Notice tone="attention" title={t('replacedTitle', { event })}>
        <p>{t('replacedText')}</p>
        <CodeGroups code={search.by} />
      </Notice>
    );
  return (
    <Notice tone="success" title={t('countsTitle', { event })}>
      <p>{t(isOpen ? 'countsYet' : 'countsText')}</p>
      <CodeGroups code={search.ballot.tracker} />
    </Notice>
  );
}
