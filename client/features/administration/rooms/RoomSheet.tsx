import { useTranslation } from 'react-i18next';
import {
  type Room,
  RoomDraft,
  createRoom,
  listRooms,
  updateRoom,
} from '../../../../models/contracts/meetings.ts';
import { NumberField } from '../../../primitives/NumberField.tsx';
import type { Column } from '../../../primitives/Table.tsx';
import { TextField } from '../../../primitives/TextField.tsx';
import { checkInput } from '../../../primitives/check-input.ts';
import { showToast } from '../../../primitives/toasts.ts';
import { useMutationRoute } from '../../../realtime/queries.ts';
import { RecordSheet } from '../catalogue/RecordSheet.tsx';
import { useLatest } from '../catalogue/useLatest.ts';
import { useRecordEditor } from '../catalogue/useRecordEditor.ts';
import { roomsQuery } from '../lists.ts';

interface RoomSheetProps {
  room: Room | null;
  columns: readonly Column<Room>[];
  onClose: () => void;
}

const draftOf = (room: Room | null) => ({
  name: room?.name ?? '',
  location: room?.location ?? '',
  seats: room ? room.seats : null,
});
const sent = ({ seats, ...draft }: ReturnType<typeof draftOf>) => ({ ...draft, seats: seats ?? 0 });

export function RoomSheet({ room, columns, onClose }: RoomSheetProps) {
  const { t } = useTranslation('administration');
  const create = useMutationRoute(createRoom, { invalidates: [listRooms] });
  const update = useMutationRoute(updateRoom, { invalidates: [listRooms] });
  const edit = (draft: ReturnType<typeof draftOf>, base: Room, closed = base.closedAt !== null) =>
    update.mutateAsync({
      params: { roomId: base.id },
      body: { ...sent(draft), revision: base.revision, closed },
    });
  const editor = useRecordEditor({
    record: room,
    draftOf,
    check: (draft) =>
      checkInput(RoomDraft, sent(draft), {
        name: t('rooms.nameRule'),
        location: t('lineRule'),
        seats: t('rooms.seatsRule'),
      }),
    save: (draft, base) => (base ? edit(draft, base) : create.mutateAsync({ body: sent(draft) })),
    latest: useLatest(roomsQuery),
    onSaved({ name }) {
      showToast(t('saved', { name }));
      onClose();
    },
  });
  const { draft, change, record } = editor;
  const labels = { name: t('rooms.name'), location: t('rooms.location'), seats: t('rooms.seats') };
  return (
    <RecordSheet
      editor={editor}
      title={record?.name ?? t('rooms.add')}
      labels={labels}
      columns={columns}
      onClose={onClose}
      closing={
        record
          ? {
              isClosed: record.closedAt !== null,
              run: () => edit(draftOf(record), record, record.closedAt === null),
            }
          : undefined
      }
    >
      <TextField
        label={labels.name}
        name="name"
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={labels.location}
        description={t('rooms.locationHelp')}
        optional
        name="location"
        value={draft.location}
        onChange={(location) => change({ location })}
      />
      <NumberField
        label={labels.seats}
        description={t('rooms.seatsHelp')}
        optional
        name="seats"
        min={0}
        max={5000}
        value={draft.seats}
        onChange={(seats) => change({ seats })}
      />
    </RecordSheet>
  );
}
