import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  type Device,
  listDevices,
  revokeDevice,
  updateDevice,
} from '../../../../models/contracts/identity.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ComboBox } from '../../../primitives/ComboBox.tsx';
import { ConfirmDialog } from '../../../primitives/ConfirmDialog.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { checkInput } from '../../../primitives/check-input.ts';
import { formatDateTime } from '../../../primitives/dates.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import styles from '../catalogue/Catalogue.module.css';
import { RecordSheet } from '../catalogue/RecordSheet.tsx';
import { useRecordEditor } from '../catalogue/useRecordEditor.ts';
import { useRoomOptions } from './device-form.ts';
import { SystemFacts } from './SystemFacts.tsx';

interface DeviceSheetProps {
  device: Device;
  onClose: () => void;
}

const editBody = updateDevice.body ?? z.never();
const draftOf = (device: Device | null) => ({
  name: device?.name ?? '',
  roomId: device?.roomId ?? null,
});

export function DeviceSheet({ device, onClose }: DeviceSheetProps) {
  const { t } = useTranslation('administration');
  const update = useMutationRoute(updateDevice, { invalidates: [listDevices] });
  const isRevoked = device.revokedAt !== null;
  const isSystem = device.kind === 'system';
  const editor = useRecordEditor({
    record: device,
    draftOf,
    check: (draft) => checkInput(editBody, draft, { name: t('devices.nameRule') }),
    save: (draft) => update.mutateAsync({ params: { deviceId: device.id }, body: draft }),
    latest: async () => undefined,
    onSaved({ name }) {
      showToast(t('saved', { name }));
      onClose();
    },
  });
  const { draft, change } = editor;
  const labels = { name: t('devices.name'), roomId: t('devices.room') };
  const rooms = useRoomOptions(draft.roomId);
  return (
    <RecordSheet
      editor={editor}
      title={device.name}
      description={t(`devices.kinds.${device.kind}`)}
      labels={labels}
      columns={[]}
      onClose={onClose}
      isReadOnly={isRevoked}
      acts={!isRevoked && <Revoke device={device} onDone={onClose} />}
    >
      {device.revokedAt && (
        <Notice>{t('devices.revokedAt', { time: formatDateTime(device.revokedAt) })}</Notice>
      )}
      <TextField
        label={labels.name}
        name="name"
        value={draft.name}
        onChange={(name) => change({ name })}
        autoComplete="off"
        isDisabled={isRevoked}
      />
      {isSystem ? (
        <SystemFacts device={device} />
      ) : (
        <ComboBox
          label={labels.roomId}
          description={t('devices.roomHelp')}
          optional
          name="roomId"
          options={rooms}
          value={draft.roomId}
          onChange={(roomId) => change({ roomId })}
          isDisabled={isRevoked}
        />
      )}
    </RecordSheet>
  );
}

function Revoke({ device, onDone }: { device: Device; onDone: () => void }) {
  const { t } = useTranslation(['administration', 'systems']);
  const help =
    device.kind === 'system' ? t('revokeHelp', { ns: 'systems' }) : t('devices.revokeHelp');
  const [isAsking, setAsking] = useState(false);
  const { mutateAsync } = useMutationRoute(revokeDevice, { invalidates: [listDevices] });
  const { id, name } = device;
  const revoke = async () => {
    await mutateAsync({ params: { deviceId: id } });
    showToast(t('devices.revokedDone', { name }));
    onDone();
  };
  return (
    <div className={styles.ending}>
      <Button kind="danger" onPress={() => setAsking(true)}>
        {t('devices.revoke')}
      </Button>
      <p>{help}</p>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('devices.revokeConfirm', { name })}
        confirmLabel={t('devices.revoke')}
        kind="danger"
        onConfirm={revoke}
      >
        <p>{help}</p>
      </ConfirmDialog>
    </div>
  );
}
