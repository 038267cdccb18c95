import { useTranslation } from 'react-i18next';
import type { Report } from '../../../../models/belenios/archive/report.ts';

/** What the verification of this record has covered, in sentences. */
export function useChecked(report: Report): string[] {
  const { t } = useTranslation('electionRecord', { keyPrefix: 'checked' });
  const { ballots, credentials, decryptions, questions, state, trustees } = report;
  const replaced = ballots.filter(({ replacedBy }) => replacedBy !== null).length;
  const counted = ballots.length - replaced;
  const keepers = trustees.map(({ needed, of }) =>
    of === 1 ? t('keepersOne') : t('keepersOf', { needed, of }),
  );
  const all = trustees.every(({ of }) => of === 1)
    ? t('keepersAll', { count: trustees.length })
    : keepers.join(', ');
  return [
    t('chain'),
    t('setup', { count: questions.length }),
    t('trustees', { keepers: all }),
    t('credentials', { count: credentials }),
    t('ballots', { count: ballots.length }),
    ...(replaced > 0 ? [t('replaced', { count: replaced, counted })] : []),
    ...(state === 'voting' ? [] : [t('sums', { count: counted })]),
    ...(decryptions > 0 ? [t('decryptions', { count: decryptions })] : []),
    ...(state === 'decided' ? [t('result')] : []),
  ];
}
