import { Button } from '../../primitives/Button.tsx';
import { ErrorNotice } from '../../primitives/ErrorNotice.tsx';
import { Notice, tones } from '../../primitives/Notice.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { AppError } from '../../../models/errors.ts';
import { Sample } from './Sample.tsx';

export const Messages = () => (
  <>
    <Sample title="Trong trang">
      <Notice title="Tài liệu có bản mới">Văn phòng đã thay Tờ trình số 4 lúc 08:12.</Notice>
      <Notice tone="success" title="Đã ghi nhận 08:41:07">
        Mã phiếu 8F3A-22. Đồng chí có thể đối chiếu sau phiên họp.
      </Notice>
      <Notice tone="attention" title="Chưa đủ thành viên" action={<Button>Xem điểm danh</Button>}>
        Có mặt 13/21, cần ít nhất 14 thành viên để biểu quyết.
      </Notice>
      <ErrorNotice error={new AppError('conflict')} />
    </Sample>
    <Sample title="Thoáng qua">
      {tones.map((tone) => (
        <Button key={tone} onPress={() => showToast(`Thông báo mẫu: ${tone}`, { tone })}>
          {tone}
        </Button>
      ))}
    </Sample>
  </>
);
