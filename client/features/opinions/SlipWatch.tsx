import { useTranslation } from 'react-i18next';
import { slipExtended, slipReminded } from '../../../models/contracts/opinions.ts';
import { formatDateTime } from '../../primitives/dates.ts';
import { showToast } from '../../primitives/toasts.ts';
import { useNotice } from '../../realtime/provider.tsx';

/** Says on whatever page that a slip waits for an answer, or that there is more time for it. */
export function SlipWatch() {
  const { t } = useTranslation('slips');
  useNotice(slipReminded, ({ title, deadline }) =>
    showToast(t('remindedToast', { title }), {
      tone: 'attention',
      detail: t('remindedDetail', { when: formatDateTime(deadline) }),
    }),
  );
  useNotice(slipExtended, ({ title, deadline }) =>
    showToast(t('extendedToast', { title }), {
      tone: 'attention',
      detail: t('remindedDetail', { when: formatDateTime(deadline) }),
    }),
  );
  return null;
}
