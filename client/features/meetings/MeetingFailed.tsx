import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { PageHeader } from '../../primitives/PageHeader.tsx';
import type { Action } from '../../primitives/usePending.ts';

interface MeetingFailedProps {
  error: unknown;
  onRetry?: Action;
}

/** Stands for the page of a meeting that cannot be shown, with a way back. */
export function MeetingFailed({ error, onRetry }: MeetingFailedProps) {
  const { t } = useTranslation('meetings');
  return (
    <>
      <PageHeader title={t('title')} back={{ to: '/', label: t('back') }} />
      <ErrorState title={t('loadFailed')} error={error} {...(onRetry && { onRetry })} />
    </>
  );
}
