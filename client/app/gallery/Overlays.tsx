import { useState } from 'react';
import { AppError } from '../../../models/errors.ts';
import { Button } from '../../primitives/Button.tsx';
import { ConfirmDialog } from '../../primitives/ConfirmDialog.tsx';
import { Dialog } from '../../primitives/Dialog.tsx';
import { Form } from '../../primitives/Form.tsx';
import { Menu } from '../../primitives/Menu.tsx';
import { Sheet } from '../../primitives/Sheet.tsx';
import { TextField } from '../../primitives/TextField.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { Sample } from './Sample.tsx';

type Opened = 'none' | 'dialog' | 'confirm' | 'refused' | 'sheet';

const refuse = () => Promise.reject(new AppError('meeting_has_open_poll'));

export function Overlays() {
  const [opened, setOpened] = useState<Opened>('none');
  const close = () => setOpened('none');
  const save = (
    <>
      <Button kind="primary" type="submit" form="room">
        Lưu
      </Button>
      <Button kind="quiet" onPress={close}>
        Hủy
      </Button>
    </>
  );
  return (
    <Sample title="Mở ra">
      <Button onPress={() => setOpened('dialog')}>Hộp thoại</Button>
      <Button onPress={() => setOpened('confirm')}>Xác nhận</Button>
      <Button onPress={() => setOpened('refused')}>Xác nhận bị từ chối</Button>
      <Button onPress={() => setOpened('sheet')}>Trang bên</Button>
      <Menu
        label="Thao tác"
        trigger="Thao tác"
        items={[
          { id: 'edit', label: 'Sửa', onAction: () => showToast('Sửa') },
          {
            id: 'end',
            label: 'Kết thúc',
            isDangerous: true,
            onAction: () => showToast('Kết thúc'),
          },
        ]}
      />
      <Dialog isOpen={opened === 'dialog'} onClose={close} title="Ghép nối thiết bị">
        <p>Nhập mã hiện trên màn hình của thiết bị. Mã có hiệu lực trong 10 phút.</p>
        <TextField label="Mã ghép nối" />
      </Dialog>
      <ConfirmDialog
        isOpen={opened === 'confirm'}
        onClose={close}
        title="Kết thúc biểu quyết số 3?"
        confirmLabel="Kết thúc biểu quyết"
        onConfirm={() => showToast('Đã kết thúc biểu quyết số 3')}
      >
        Đã có 12/17 phiếu. Sau khi kết thúc, không ai gửi phiếu được nữa.
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={opened === 'refused'}
        onClose={close}
        kind="danger"
        title="Kết thúc phiên họp?"
        confirmLabel="Kết thúc phiên họp"
        onConfirm={refuse}
      />
      <Sheet
        isOpen={opened === 'sheet'}
        onClose={close}
        title="Phòng họp A"
        description="Tầng 2, 40 chỗ"
        actions={save}
      >
        <Form id="room" onSubmit={close}>
          <TextField label="Tên phòng" defaultValue="Phòng họp A" />
          <TextField label="Vị trí" defaultValue="Tầng 2" optional />
        </Form>
      </Sheet>
    </Sample>
  );
}
