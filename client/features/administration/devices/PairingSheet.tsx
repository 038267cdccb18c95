import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { confirmPairing, listDevices } from '../../../../models/contracts/identity.ts';
import { ComboBox } from '../../../primitives/ComboBox.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { checkInput } from '../../../primitives/check-input.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { RecordSheet } from '../catalogue/RecordSheet.tsx';
import { useRecordEditor } from '../catalogue/useRecordEditor.ts';
import type { Id } from '../../../../models/ids.ts';
import { useRoomOptions } from './device-form.ts';

const pairingBody = confirmPairing.body ?? z.never();
const blank = () => ({ code: '', name: '', roomId: null as Id | null });

/** Confirms a device by the code that it shows. */
export function PairingSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('administration');
  const { mutateAsync } = useMutationRoute(confirmPairing, { invalidates: [listDevices] });
  const editor = useRecordEditor<never, ReturnType<typeof blank>>({
    record: null,
    draftOf: blank,
    check: (draft) =>
      checkInput(pairingBody, draft, {
        code: t('devices.codeRule'),
        name: t('devices.nameRule'),
      }),
    save: (draft) => mutateAsync({ body: draft }),
    byCode: { pairing_code_unknown: 'code' },
    latest: async () => undefined,
    onSaved({ name }) {
      showToast(t('devices.pairedDone', { name }));
      onClose();
    },
  });
  const { draft, change } = editor;
  const labels = {
    code: t('devices.code'),
    name: t('devices.name'),
    roomId: t('devices.room'),
  };
  return (
    <RecordSheet
      editor={editor}
      title={t('devices.add')}
      description={t('devices.addHelp')}
      labels={labels}
      columns={[]}
      onClose={onClose}
      saveLabel={t('devices.pair')}
    >
      <TextField
        label={labels.code}
        description={t('devices.codeHelp')}
        name="code"
        value={draft.code}
        onChange={(code) => change({ code: code.toUpperCase() })}
        autoComplete="off"
        maxLength={20}
      />
      <TextField
        label={labels.name}
        description={t('devices.nameHelp')}
        name="name"
        value={draft.name}
        onChange={(name) => change({ name })}
        autoComplete="off"
      />
      <ComboBox
        label={labels.roomId}
        description={t('devices.roomHelp')}
        optional
        name="roomId"
        options={useRoomOptions(draft.roomId)}
        value={draft.roomId}
        onChange={(roomId) => change({ roomId })}
      />
    </RecordSheet>
  );
}
