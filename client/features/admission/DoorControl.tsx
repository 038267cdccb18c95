import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doorModes } from '../../../models/contracts/admission.ts';
import type { Id } from '../../../models/ids.ts';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Select } from '../../primitives/Select.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { useDoor, useDoorActs } from './useDoor.ts';

/** Who may come into the online room; takes effect at once. */
export function DoorControl({ meetingId }: { meetingId: Id }) {
  const { t } = useTranslation('door');
  const door = useDoor(meetingId);
  const { set } = useDoorActs(meetingId);
  const [isBusy, setBusy] = useState(false);
  if (door.data === undefined)
    return door.isError ? (
      <ErrorState title={t('loadFailed')} error={door.error} onRetry={door.refetch} />
    ) : (
      <Skeleton lines={1} />
    );
  const change = async (mode: (typeof doorModes)[number]) => {
    setBusy(true);
    try {
      await set(mode);
      showToast(t('modeSet'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Select
      label={t('mode')}
      description={t('modeHelp')}
      options={doorModes.map((id) => ({ id, label: t(`modes.${id}`) }))}
      value={door.data.mode}
      isDisabled={isBusy}
      onChange={(mode) => void change(mode)}
    />
  );
}
