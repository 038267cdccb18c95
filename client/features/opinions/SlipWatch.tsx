import { useTranslation } from 'react-i18next';
import { slipReminded } from '../../../models/contracts/opinions.ts';
import { formatDateTime } from '../../primitives/dates.ts';
import { showToast } from '../../primitives/toasts.ts';
import { useNotice } from '../../realtime/provider.tsx';

/** Says on whatever page that a slip waits for an answer. */
export function SlipWatch() {
  const { t } = useTranslation('opinions');
  useNotice(slipReminded, ({ title, deadline }) =>
    showToast(t('remindedToast', { title }), {
      tone: 'attention',
      detail: t('remindedDetail', { when: formatDateTime(deadline) }),
    }),
  );
  return null;
}
